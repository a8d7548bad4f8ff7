"""Files in hand before they are loaded: what each is, tried under a layout, then published or left alone.

Nothing is written to the store before `publish`; the dropped files lie in a private folder and go with it.
"""

import re
import weakref
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import duckdb

from hcdata.common import config as configuration
from hcdata.common.config import Config
from hcdata.common.errors import LoadError
from hcdata.common.progress import again, say
from hcdata.ingest.discover import find
from hcdata.ingest.files.header_rows import Headers
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.layouts import layout_text
from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.suggest import columns, reference
from hcdata.ingest.suggest.draft import Draft, draft
from hcdata.ingest.suggest.write import write
from hcdata.ingest.values.clean import normalise
from hcdata.loading import aliases, dry_run, ledger
from hcdata.loading import run as loading
from hcdata.loading.dry_run import DryRun
from hcdata.loading.private import private_folder
from hcdata.loading.receipt import Receipt
from hcdata.loading.scratch import scratch
from hcdata.store import register, snapshot

# Rows shown of a file before anything is decided.
FIRST_ROWS = 5
# Bytes of a dropped file's name that are kept: a disk keeps 255, and copies made of it add to the name.
LONGEST = 180


@dataclass
class Item:
    """One file or sheet in hand: its headers and first rows, the layout it is read by, and why each field is so."""

    file: Path
    sheet: str | None
    headers: list[str]
    rows: list[list[str]]
    layout: Layout
    drafted: bool = False
    why: dict[str, str] = field(default_factory=dict)
    corrected: bool = False

    @property
    def label(self) -> str:
        """File and sheet as a person would name them."""
        return f"{self.file.name} [{self.sheet}]" if self.sheet else self.file.name


class Staging:
    """Dropped files in a private folder, and what is known of each."""

    def __init__(self, store: Path, dropped: Iterable[tuple[str, bytes]]) -> None:
        """Write the dropped files, by name and content, where nobody else on the machine can read them."""
        self.store = store
        hands = ExitStack()
        # A visitor may close the browser and never come back.
        self._let_go = weakref.finalize(self, hands.close)
        folder = hands.enter_context(private_folder())
        self.files = [_put(folder, number, *one) for number, one in enumerate(dropped)]
        self.items: list[Item] = []
        self.notes: list[str] = []

    def close(self) -> None:
        """Remove the dropped files."""
        self._let_go()

    def look(self) -> None:
        """Recognise every file; draft a layout for what no layout knows; note what cannot be read.

        LoadError where demonstration and real files lie side by side, here or with what the store holds.
        """
        known, config = self._layouts(), self._config()
        self.items, self.notes = [], []
        for file in self.files:
            say(f"{file.name}: looking at it")
            with scratch() as (con, workdir):
                found = find([file], known, workdir)
                unknown = {grid.label for grid in found.unknown}
                self.notes += [note for note in found.notes if not note.startswith(tuple(unknown) or ("\0",))]
                self.items += [_recognised(source, file) for source in found.grids]
                for grid in found.unknown:
                    again()
                    try:
                        item = _drafted(draft(con, grid, config, known.values()), file)
                        item.layout = _under_a_name_of_its_own(item.layout, known, self.items)
                        self.items += [replace(item, layout=part) for part in item.layout.parts]
                    except LoadError as fault:
                        self.notes.append(str(fault))
        self._refuse_mixture()

    def pattern(self, item: Item, header: str) -> str | None:
        """Return the form of the references in a column chosen for them; None where the force's own form fits."""
        with scratch() as (con, workdir):
            source = self._source(item, workdir)
            headers = source.rows or Headers(source.header, source.header, source.headers)
            there = {normalise(one.header): one for one in columns.read(con, source.grid, headers)}
            return reference.draft(there[normalise(header)].values, self._config().reference)

    def try_out(self, item: Item, extract_date: date | None = None) -> DryRun:
        """Run an item's layout on its file without loading; LoadError where it cannot be read so."""
        with scratch() as (con, workdir):
            return dry_run.run(con, self._source(item, workdir), self._config(), extract_date)

    def publish(self, items: Iterable[Item], extract_date: date | None = None) -> Receipt:
        """Load the files of the items, keeping drafted and corrected layouts for the next time; return the receipt.

        Raises LoadError, ConfigError or StoreError; then the store and the layouts are as they were.
        """
        chosen = list(items)
        own = list({item.layout.name: item.layout.whole for item in chosen if item.drafted or item.corrected}.values())
        folder = self.store.parent / "layouts"
        before = {layout.name: _kept(folder, layout.name) for layout in own}
        files = dict.fromkeys(item.file for item in chosen)
        try:
            for layout in own:
                _keep(folder, layout)
            receipt = loading.load(files, self.store, configuration.load(), loading.Options(None, extract_date))
        except BaseException:
            _restore(folder, before)
            raise
        if not receipt.files:
            _restore(folder, before)
        return receipt

    @property
    def entries(self) -> int:
        """The state of the register: another once something was entered."""
        return register.stamp(self.store)

    def _refuse_mixture(self) -> None:
        made_up = [item.label for item in self.items if item.layout.synthetic]
        if made_up and len(made_up) < len(self.items):
            raise LoadError(
                "files",
                f"demonstration exports ({', '.join(made_up)}) beside real ones: they would be counted together",
                "files of one kind",
                "take the demonstration exports out, or look at them alone",
            )
        served = snapshot.current(self.store)
        if served and self.items:
            with duckdb.connect(str(served / snapshot.STORE), read_only=True) as con:
                ledger.refuse_mixture(con, [bool(made_up)])

    def _source(self, item: Item, workdir: Path) -> Recognised:
        layout = item.layout
        say(f"{item.label}: reading")
        found = find([item.file], {layout.name: layout}, workdir)
        for source in found.grids:
            if source.grid.sheet == item.sheet and source.layout.feed == layout.feed:
                return source
        raise LoadError(item.label, "the layout's headers are not there", "the file the layout was made for")

    def _layouts(self) -> dict[str, Layout]:
        return layouts.read(self.store.parent / "layouts")

    def _config(self) -> Config:
        return aliases.with_aliases(configuration.load(), self.store)


def _put(folder: Path, number: int, name: str, content: bytes) -> Path:
    """Write one file under its own name, in a folder of its own: two may be called alike."""
    place = folder / str(number)
    place.mkdir()
    file = place / _short(re.sub(r"[\\/\x00-\x1f\x7f]", "_", name).lstrip(".") or "file")
    file.write_bytes(content)
    return file


def _short(name: str) -> str:
    """Return a name a disk can keep (255 bytes on most): its beginning and its end, where a date and the kind stand."""
    letters = name.encode("utf-8", "replace")
    if len(letters) > LONGEST:
        letters = letters[: LONGEST // 2] + b"..." + letters[-LONGEST // 2 :]
    return letters.decode("utf-8", "ignore")


def _recognised(source: Recognised, file: Path) -> Item:
    first = source.grid.head[source.header + 1 : source.header + 1 + FIRST_ROWS]
    return Item(file, source.grid.sheet, source.headers, first, source.layout)


def _drafted(found: Draft, file: Path) -> Item:
    layout = layouts.parse(write(found), found.grid.label)
    below = found.header.last + 1
    first = found.grid.head[below : below + FIRST_ROWS]
    unsure = (guesses[0] for guesses in found.weighed.candidates.values())
    why = {guess.field: f"unsure: {guess.column.header}: {guess.why}" for guess in unsure}
    why |= {name: f"{guess.sure}: {guess.column.header}: {guess.why}" for name, guess in found.weighed.mapped.items()}
    return Item(file, found.grid.sheet, found.header.texts, first, layout, drafted=True, why=why)


def _under_a_name_of_its_own(layout: Layout, known: Mapping[str, Layout], in_hand: Iterable[Item]) -> Layout:
    """Return a drafted layout under a name that no layout known has, nor one in hand for files of other headers."""
    others = {item.layout.name for item in in_hand if _told_by(item.layout) != _told_by(layout)}
    name, number = layout.name, 1
    while name in known or name in others:
        number += 1
        name = f"{layout.name}_{number}"
    return layout.model_copy(update={"name": name})


def _told_by(layout: Layout) -> tuple[tuple[str, ...], str | None]:
    return layout.match, layout.named


def _keep(folder: Path, layout: Layout) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    text = layout_text.write(layout, f"{layout.title}: chosen from lists; version {layout.version}.")
    _file(folder, layout.name).write_text(text, encoding="utf-8")


def _kept(folder: Path, name: str) -> bytes | None:
    file = _file(folder, name)
    return file.read_bytes() if file.is_file() else None


def _restore(folder: Path, before: Mapping[str, bytes | None]) -> None:
    for name, content in before.items():
        if content is None:
            with suppress(OSError):
                _file(folder, name).unlink(missing_ok=True)
        else:
            _file(folder, name).write_bytes(content)


def _file(folder: Path, name: str) -> Path:
    """The file of a layout: the one that holds its name already, else one called by it."""
    for file in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
        if layouts.read_file(file).name == name:
            return file
    return folder / f"{name}.toml"
