"""Rows kept by earlier loads read again with today's layouts, aliases and configuration, as one new load."""

from collections.abc import Callable
from pathlib import Path

from hcdata.config import Config
from hcdata.errors import StoreError
from hcdata.ingest import layout as layouts
from hcdata.ingest.clean import normalise
from hcdata.ingest.discover import Found, Recognised
from hcdata.ingest.layout import Layout
from hcdata.store import snapshot
from hcdata.store.kept_files import KeptFile, list_files, open_rows
from hcdata.store.load import Options, bring
from hcdata.store.receipt import Receipt


def reapply(
    folder: Path, config: Config, layout: str | None = None, say: Callable[[str], None] = lambda _: None
) -> Receipt:
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

    return bring(look, folder, config, Options(again=True), say)


def _choose(files: list[KeptFile], layout: str | None) -> list[KeptFile]:
    """Return the files a layout read, and those of the same extract: what two of them said of one record is joined."""
    wanted = {(one.feed, one.load, one.as_of) for one in files if layout in (None, one.layout)}
    return [one for one in files if (one.feed, one.load, one.as_of) in wanted]


def _find(place: Path, files: list[KeptFile], headers: dict[str, list[str]], known: dict[str, Layout]) -> Found:
    found = Found()
    for one in files:
        kept, label = headers[str(one.file_id)], f"{one.file} [{one.sheet}]" if one.sheet else one.file
        today = known.get(one.layout)
        if today is None:
            found.notes.append(f"{label}: not read again, its layout {one.layout} is no longer there")
            continue
        lacking = sorted(header for header in today.columns if normalise(header) not in kept)
        lacking = lacking if one.layout_digest not in (None, today.digest) else []
        found.grids.append(Recognised(open_rows(place, one, kept, not lacking), today, one.header_row - 1))
        if lacking:
            found.notes.append(
                f"{label}: its layout has changed; if the file has a column {', '.join(lacking)}, it was not kept, and"
                " what the file gave before stays: load the file again with --again"
            )
    return found
