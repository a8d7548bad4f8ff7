"""Rows kept by earlier loads read again with today's layouts, aliases and configuration, as one new load."""

from datetime import datetime
from pathlib import Path

from hcdata.common.config import Config
from hcdata.common.errors import StoreError
from hcdata.ingest.discover import Found
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.values.clean import normalise
from hcdata.loading.kept_files import KeptFile, list_files, open_rows
from hcdata.loading.receipt import Receipt
from hcdata.loading.run import Options, bring
from hcdata.store import snapshot


def reapply(folder: Path, config: Config, layout: str | None = None) -> Receipt:
    """Read the rows kept of every file, or of those one layout read, once more; return the receipt of the new load.

    Each file keeps the time its data run to, and loads made before stay as they are. StoreError when there is nothing
    to read again; then, and after any other error, the store is as it was.
    """

    def look(place: Path) -> Found:
        headers = snapshot.manifest(snapshot.current(folder))["headers"]
        files = list_files(place)
        chosen = _choose(files, layout)
        if not chosen:
            read_by = ", ".join(sorted({one.layout for one in files}))
            found = f"no file here was read by a layout {layout}" if files else "nothing has been loaded here"
            raise StoreError("reapply", found, f"one of {read_by}" if files else "a store with files to read again")
        return _find(place, chosen, headers, layouts.read(folder.parent / "layouts"))

    return bring(look, folder, config, Options(again=True))


def _choose(files: list[KeptFile], layout: str | None) -> list[KeptFile]:
    """Return the files a layout read, and those of the same extract: what two of them said of one record is joined."""
    wanted = {_extract(one) for one in files if layout in (None, one.layout)}
    return [one for one in files if _extract(one) in wanted]


def _find(place: Path, files: list[KeptFile], headers: dict[str, list[str]], known: dict[str, Layout]) -> Found:
    found = Found()
    beside = {one.file_id: _feeds_beside(one, files) for one in files}
    why_not = {
        one.file_id: _why_not(one, headers[str(one.file_id)], known.get(one.layout), bool(beside[one.file_id]))
        for one in files
    }
    broken = {_extract(one) for one in files if why_not[one.file_id]}
    for one in files:
        kept, label = headers[str(one.file_id)], f"{one.file} [{one.sheet}]" if one.sheet else one.file
        if _extract(one) in broken:
            why = why_not[one.file_id] or "another file of the same extract is not, and what both told would be lost"
            found.notes.append(f"{label}: not read again, {why}")
            continue
        lacking = _list_lacking(one, kept, known[one.layout])
        rows = open_rows(place, one, kept, not lacking)
        for part in known[one.layout].parts:
            if part.feed not in beside[one.file_id]:
                found.grids.append(Recognised(rows, part, one.header_row - 1))
        if lacking:
            found.notes.append(f"{label}: {_say_lacking(lacking)}")
    return found


def _extract(one: KeptFile) -> tuple[str, int, datetime]:
    return one.feed, one.load, one.as_of


def _feeds_beside(one: KeptFile, files: list[KeptFile]) -> set[str]:
    """Return the feeds other rows of the same file or sheet were read into."""
    return {other.feed for other in files if (other.sha256, other.sheet) == (one.sha256, one.sheet)} - {one.feed}


def _why_not(one: KeptFile, kept: list[str], today: Layout | None, is_part: bool) -> str:
    """Say why a file is not read again: no layout, or one that turned from a column kept to a column not kept.

    A file that was read whole into one feed may be read into another; the records of one part of a file stay.
    """
    if today is None:
        return f"its layout {one.layout} is no longer there"
    if is_part and one.feed not in {part.feed for part in today.parts}:
        return f"its layout reads no {one.feed} records any more, and those read before stay"
    if today.rows and normalise(today.rows.column) not in kept:
        return "its layout asks what each row is, and that column was not kept: load the file again with --again"
    lacking = _list_lacking(one, kept, today)
    turned = set(kept) - set(map(normalise, today.columns))
    return _say_lacking(lacking) if lacking and turned else ""


def _list_lacking(one: KeptFile, kept: list[str], today: Layout) -> list[str]:
    """Return the columns of a layout changed since that were not kept of a file."""
    if one.layout_digest in (None, today.digest):
        return []
    return sorted(header for header in today.columns if normalise(header) not in kept)


def _say_lacking(lacking: list[str]) -> str:
    return (
        f"its layout has changed; if the file has a column {', '.join(lacking)}, it was not kept, and what the file"
        " gave before stays: load the file again with --again"
    )
