"""Files in hand: kept privately, tried without a trace, published whole or not at all."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hcdata.common.errors import LoadError
from hcdata.common.progress import told_to
from hcdata.ingest.discover import Found
from hcdata.ingest.files import reader
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.suggest.correct import correct, corrections_of
from hcdata.loading import dry_run
from hcdata.loading import run as loading
from hcdata.loading import staging as trays
from hcdata.loading.staging import Staging
from hcdata.store import snapshot
from tests.gauntlet import made_workbooks as made

GOOD = b"crime_ref,recorded,district,strands\n35/1/26,05/01/2026 10:00,Hunts,Race\n35/2/26,20/01/2026,Fenland,Race\n"
NEW = b"Crime Number,Date Recorded,LPA\n35/3/26,05/01/2026 10:00,Hunts\n35/4/26,20/01/2026,Fenland\n"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "data" / "store"


def tray_of(store: Path, *dropped: tuple[str, bytes]) -> Staging:
    """Files in hand, looked at."""
    staging = Staging(store, dropped)
    staging.look()
    return staging


def test_names_cannot_leave_the_folder_and_two_may_be_alike(store: Path) -> None:
    staging = Staging(store, [("../../evil.csv", GOOD), ("good.csv", GOOD), ("good.csv", NEW), ("..", GOOD)])
    folder = staging.files[0].parents[1]
    assert all(file.parents[1] == folder and file.is_file() for file in staging.files)
    assert folder.stat().st_mode & 0o077 == 0
    staging.close()
    assert not folder.exists()


NAMES = (
    *("x" * 400 + ".csv", "é" * 300 + ".csv", "💡" * 100 + ".csv", "x" * 251 + ".csv", "." * 400, "x" * 300),
    *(
        "crime " * 60 + "2026-10-31.csv",
        "a/" * 200 + "b.csv",
        "\\" * 300,
        "line\nbreak.csv",
        "bell\x07.csv",
        "\x00.csv",
    ),
    *("\ud800.csv", " ", "", "..", ".csv", "con", "a" * 10_000, "\u202egnp.csv", "e\u0301" * 200 + ".csv"),
)


def test_every_name_a_browser_sends_can_be_kept(store: Path) -> None:
    staging = Staging(store, [(name, GOOD) for name in NAMES])
    assert len({file.parent for file in staging.files}) == len(NAMES)
    assert all(file.read_bytes() == GOOD and len(file.name.encode()) < 200 for file in staging.files)
    assert staging.files[6].name.endswith(" 2026-10-31.csv"), "the day a name ends with tells what the data run to"
    staging.close()


def test_looking_and_trying_write_nothing(store: Path) -> None:
    staging = tray_of(store, ("good.csv", GOOD), ("new.csv", NEW))
    assert [(item.file.name, item.drafted) for item in staging.items] == [("good.csv", False), ("new.csv", True)]
    assert [staging.try_out(item).rows_accepted for item in staging.items] == [2, 2]
    assert not store.parent.exists()
    staging.close()


def test_a_column_as_good_as_another_is_unsure_and_not_chosen(store: Path) -> None:
    two = NEW.replace(b"LPA", b"LPA,Number").replace(b"Hunts", b"Hunts,35/8/26").replace(b"Fenland", b"Fenland,35/9/26")
    staging = tray_of(store, ("two.csv", two.replace(b"Crime Number", b"No.")))
    (item,) = staging.items
    assert "crime_ref" not in item.layout.fields and item.why["crime_ref"].startswith("unsure: ")
    assert item.why["recorded"].startswith("sure: Date Recorded: ")
    staging.close()


def test_publishing_loads_the_files_and_keeps_the_drafted_layout(store: Path) -> None:
    staging = tray_of(store, ("good.csv", GOOD), ("new.csv", NEW))
    receipt = staging.publish(staging.items)
    assert receipt.totals["crime"] == 4 and snapshot.current(store) is not None
    assert layouts.read(store.parent / "layouts")["new"].fields["district"] == "LPA"
    again = tray_of(store, ("later.csv", NEW + b"35/5/26,21/01/2026,Hunts\n"))
    assert [(item.layout.name, item.drafted) for item in again.items] == [("new", False)]


def test_a_drafted_layout_takes_no_other_layouts_name(store: Path) -> None:
    other = b"Crime Ref,Recorded On,Offence Code\n35/13/26,05/02/2026 10:00,8P\n35/14/26,20/02/2026,8P\n"
    first = tray_of(store, ("extract 2025.csv", NEW), ("extract 2026.csv", NEW), ("extract.csv", other))
    assert [item.layout.name for item in first.items] == ["extract", "extract", "extract_2"]
    first.publish(first.items)
    later = tray_of(store, ("extract.csv", b"Crime No,Created,Area\n35/23/26,05/03/2026 10:00,Hunts\n"))
    later.publish(later.items)
    kept = layouts.read(store.parent / "layouts")
    found = [kept[name].fields["crime_ref"] for name in ("extract", "extract_2", "extract_3")]
    assert found == ["Crime Number", "Crime Ref", "Crime No"]


def test_a_corrected_layout_is_the_next_version_and_replaces_its_file(store: Path) -> None:
    first = tray_of(store, ("new.csv", NEW))
    first.publish(first.items)
    second = tray_of(store, ("newer.csv", NEW + b"35/5/26,21/01/2026,Hunts\n"))
    (item,) = second.items
    chosen = corrections_of(item.layout)
    item.layout = correct(item.layout, type(chosen)({**chosen.fields, "district": None}, [], (), "dmy", "row", False))
    item.corrected = True
    receipt = second.publish(second.items)
    assert receipt.files[0].layout == "new"
    kept = layouts.read(store.parent / "layouts")["new"]
    assert kept.version == 2 and "district" not in kept.fields
    assert len(list((store.parent / "layouts").glob("*.toml"))) == 1


def test_a_load_that_fails_leaves_store_and_layouts_as_they_were(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tray_of(store, ("new.csv", NEW))
    first.publish(first.items)
    served = snapshot.current(store)
    files = {file: file.read_bytes() for file in (store.parent / "layouts").iterdir()}

    def fail(*_: object) -> None:
        raise LoadError("store", "no room")

    monkeypatch.setattr(loading, "load", fail)
    second = tray_of(
        store, ("other.csv", NEW.replace(b"LPA", b"Area")), ("newer.csv", NEW + b"35/5/26,21/01/2026,Hunts\n")
    )
    for item in second.items:
        item.layout, item.corrected = item.layout.model_copy(update={"title": "changed"}), True
    with pytest.raises(LoadError):
        second.publish(second.items)
    assert snapshot.current(store) == served
    assert {file: file.read_bytes() for file in (store.parent / "layouts").iterdir()} == files


def test_what_cannot_be_read_is_noted_and_the_rest_goes_on(store: Path) -> None:
    staging = tray_of(store, ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256))), ("good.csv", GOOD))
    assert len(staging.items) == 1 and "picture" in staging.notes[0]


def test_the_form_of_another_column_of_references_is_found(store: Path) -> None:
    staging = tray_of(store, ("new.csv", NEW))
    assert staging.pattern(staging.items[0], "Crime Number") is None
    assert staging.pattern(staging.items[0], "LPA") == "[A-Z]+"


MADE_UP = b"OFFICIAL-SENSITIVE\nData to 31/03/2026 23:59\n" + (
    b"Crime Ref,Contact Date,Contact Time,Rank,Contact Type\n99/1/26,05/03/2026,10:00,PS,Initial\n"
)


def test_demonstration_and_real_files_are_refused_when_they_are_looked_at(store: Path) -> None:
    staging = Staging(store, [("made_up.csv", MADE_UP), ("good.csv", GOOD)])
    with pytest.raises(LoadError, match=r"demonstration exports \(made_up.csv\) beside real ones"):
        staging.look()
    alone = tray_of(store, ("made_up.csv", MADE_UP))
    assert [item.layout.synthetic for item in alone.items] == [True]


def test_a_demonstration_file_is_refused_over_a_store_of_real_records(store: Path) -> None:
    first = tray_of(store, ("good.csv", GOOD))
    first.publish(first.items)
    with pytest.raises(LoadError, match="side by side"):
        Staging(store, [("made_up.csv", MADE_UP)]).look()


class GoneError(Exception):
    """The browser was closed: whatever is said next ends the work."""


def leaving_at(call: int) -> Callable[[str], None]:
    """A reader of the page who is gone when it is told something for this time."""
    calls = iter(range(1, call))

    def say(_: str) -> None:
        if next(calls, None) is None:
            raise GoneError

    return say


def test_the_work_on_a_file_ends_where_nobody_waits_for_it(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "_PAUSE", 0)
    rows = [line.split(",") for line in GOOD.decode().splitlines()]
    book = made.xlsx(tmp_path / "good.xlsx", {"Crimes": rows}).read_bytes()
    staging = tray_of(store, ("good.xlsx", book))
    item = staging.items[0]
    with pytest.raises(GoneError), told_to(leaving_at(2)):  # once before the file is opened, then while it is read
        staging.look()
    monkeypatch.setattr(dry_run, "run", lambda *_: pytest.fail("the file was read to its end"))
    with pytest.raises(GoneError), told_to(leaving_at(2)):
        staging.try_out(item, None)
    with pytest.raises(GoneError), told_to(leaving_at(2)):
        staging.pattern(item, "crime_ref")


def test_no_further_sheet_is_drafted_where_nobody_waits_for_it(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafted: list[str] = []
    find, draft = trays.find, trays.draft

    def find_unheard(*asked: Any) -> Found:
        with told_to(lambda _: None):
            return find(*asked)

    monkeypatch.setattr(trays, "find", find_unheard)
    monkeypatch.setattr(trays, "draft", lambda *asked: drafted.append(asked[1].label) or draft(*asked))
    rows = [line.split(",") for line in NEW.decode().splitlines()]
    book = made.xlsx(tmp_path / "new.xlsx", {"May": rows, "June": rows, "July": rows}).read_bytes()
    staging = Staging(store, [("new.xlsx", book)])
    with pytest.raises(GoneError), told_to(leaving_at(3)):
        staging.look()
    assert drafted == ["new.xlsx [May]"]
