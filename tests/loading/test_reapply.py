"""Rows kept are read again: nothing is lost, nothing else changes, and what was shown before still can be."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from hcdata.cli import main
from hcdata.common import config as configuration
from hcdata.common.errors import StoreError
from hcdata.loading import aliases
from hcdata.loading.reapply import reapply
from hcdata.loading.receipt import Receipt
from hcdata.store import inspection, query
from tests.conftest import Demonstration
from tests.store import store_exports
from tests.store.store_exports import crime, load

CRIMES = [
    crime("35/1/26", district="Atlantis"),
    crime("35/2/26", recorded="40/01/2026 10:00"),
    crime(""),
    crime("35/3/26", person_role="Victim", person_id="U1", strands="Faith"),
]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    files = []
    for day, rows in (("2026-01-31", CRIMES), ("2026-02-28", [*CRIMES[:3], CRIMES[3] | {"outcome": "16"}])):
        files.append(store_exports.write(tmp_path / f"crime_{day}.csv", store_exports.CRIME_HEADERS, rows))
    load(folder, *files)
    return folder


def _again(folder: Path, layout: str | None = None) -> Receipt:
    return reapply(folder, configuration.load(), layout)


def _books(folder: Path) -> list[tuple[object, ...]]:
    wanted = (
        "file, sheet, layout, as_of, is_full, header_row, rows_read, rows_accepted, rows_rejected, records, disagreeing"
    )
    with query.open(folder) as opened:
        return [
            *opened.tuples(f"SELECT {wanted} FROM load_file ORDER BY ALL"),
            *opened.tuples("SELECT reason, row_no FROM reject ORDER BY ALL"),
            *opened.tuples("SELECT field, reason, row_no FROM fault ORDER BY ALL"),
        ]


def test_with_nothing_new_to_say_nothing_changes(store: Path) -> None:
    before, books = store_exports.state(store), _books(store)
    receipt = _again(store)
    assert receipt.loads == [3] and [file.rows_read for file in receipt.files] == [4, 4]
    assert all((file.new, file.changed) == (0, 0) for file in receipt.files)
    assert store_exports.state(store) == before and _books(store) == books
    assert inspection.faults(store) == []


def test_the_demonstration_read_again_is_the_same(small_demonstration: Demonstration, tmp_path: Path) -> None:
    store_exports.copy(small_demonstration.store, tmp_path / "store")
    before, books = store_exports.state(tmp_path / "store"), _books(tmp_path / "store")
    receipt = _again(tmp_path / "store")
    assert len(receipt.loads) == 1 and receipt.notes == []
    assert [(file.file, file.new, file.changed) for file in receipt.files if file.new or file.changed] == []
    assert store_exports.state(tmp_path / "store") == before and _books(tmp_path / "store") == books


def test_an_alias_entered_since_is_applied_to_the_rows_kept(store: Path) -> None:
    aliases.add(store, configuration.load(), "district", "Atlantis", "fenland", by="analyst")
    receipt = _again(store)
    assert [(file.changed, file.older) for file in receipt.files] == [(0, 2), (1, 0)]
    found = "SELECT from_load, to_load, district FROM crime_version WHERE crime_ref = '35/1/26' ORDER BY 1"
    assert store_exports.query(store, found) == [(1, 3, "unmapped"), (3, None, "fenland")]
    with query.open(store, 2) as then, query.open(store) as now:
        assert then.tuples("SELECT district FROM crime WHERE crime_ref = '35/1/26'") == [("unmapped",)]
        assert then.tuples("SELECT count(*) FROM fault") == [(2,)] and now.tuples("SELECT count(*) FROM fault") == [
            (0,)
        ]
        assert now.data_to() == then.data_to()
    assert inspection.faults(store) == []


def test_it_can_be_done_again_and_again(store: Path) -> None:
    books = _books(store)
    for number in (3, 4):
        receipt = _again(store)
        assert receipt.loads == [number] and len(receipt.files) == 2
    assert _books(store) == books


def test_only_the_files_of_one_layout_are_read(store: Path, tmp_path: Path) -> None:
    contact = {"crime_ref": "35/1/26", "contact": "06/01/2026 10:00", "rank": "PS", "contact_kind": "Initial"}
    load(store, store_exports.write(tmp_path / "contact_2026-02-28.csv", store_exports.CONTACT_HEADERS, [contact]))
    receipt = _again(store, "generic_contact")
    assert [file.feed for file in receipt.files] == ["victim_contact"]
    before = store_exports.digests(store)
    with pytest.raises(StoreError, match="reapply"):
        _again(store, "nonesuch")
    assert store_exports.digests(store) == before


def test_without_a_store_there_is_nothing_to_read_again(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="reapply"):
        _again(tmp_path / "store")
    assert not (tmp_path / "store" / "current").exists()


def test_a_row_of_too_few_cells_stays_rejected(tmp_path: Path) -> None:
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, [crime("35/1/26")])
    with file.open("a", encoding="utf-8") as out:
        out.write("35/2/26,,05/01/2026 10:00")
    first = load(tmp_path / "store", file)
    assert first.files[0].rejected_by_reason == {"wrong_cell_count": 1}
    again = _again(tmp_path / "store")
    assert again.files[0].rejected_by_reason == {"wrong_cell_count": 1}


def test_a_crime_told_in_two_files_is_told_whole_again(tmp_path: Path) -> None:
    full = crime("35/1/26", strands="Race", outcome="18", person_role="Victim", person_id="P1")
    part = {"crime_ref": "35/1/26", "recorded": "05/01/2026 10:00"}
    files = [
        store_exports.write(tmp_path / f"{name}_2026-01-31.csv", store_exports.CRIME_HEADERS, [row])
        for name, row in (("a", full), ("b", part))
    ]
    load(tmp_path / "store", *files)
    before = store_exports.state(tmp_path / "store")
    _again(tmp_path / "store")
    assert store_exports.state(tmp_path / "store") == before


def test_of_two_extracts_of_one_time_the_later_one_still_counts(tmp_path: Path) -> None:
    for name, outcome in (("a", "18"), ("b", "16")):
        rows = [crime("35/1/26", outcome=outcome, strands="Race" if name == "a" else "Faith")]
        load(
            tmp_path / "store",
            store_exports.write(tmp_path / f"{name}_2026-01-31.csv", store_exports.CRIME_HEADERS, rows),
        )
    before = store_exports.state(tmp_path / "store")
    _again(tmp_path / "store")
    assert store_exports.state(tmp_path / "store") == before


def test_a_layout_s_file_is_read_with_the_others_of_its_extract(tmp_path: Path) -> None:
    own = tmp_path / "layouts" / "own.toml"
    own.parent.mkdir()
    own.write_text(
        'name = "own"\ntitle = "Own"\nfeed = "crime"\nmatch = ["Ref", "Rec", "Result"]\n'
        "[data_to]\nfilename = '(\\d{4}-\\d{2}-\\d{2})'\n"
        '[fields]\ncrime_ref = "Ref"\nrecorded = "Rec"\noutcome = "Result"\n',
        encoding="utf-8",
    )
    row = {"Ref": "35/1/26", "Rec": "05/01/2026 10:00", "Result": "16"}
    load(
        tmp_path / "store",
        store_exports.write(tmp_path / "a_2026-01-31.csv", store_exports.CRIME_HEADERS, [crime("35/1/26")]),
        store_exports.write(tmp_path / "b_2026-01-31.csv", list(row), [row]),
    )
    before = store_exports.state(tmp_path / "store")
    receipt = _again(tmp_path / "store", "own")
    assert len(receipt.files) == 2 and store_exports.state(tmp_path / "store") == before


def test_a_layout_no_longer_there_is_noted(tmp_path: Path) -> None:
    own = tmp_path / "layouts" / "own.toml"
    own.parent.mkdir()
    own.write_text(
        'name = "own"\ntitle = "Own"\nfeed = "crime"\nmatch = ["Ref", "Rec"]\n'
        '[data_to]\nfilename = \'(\\d{4}-\\d{2}-\\d{2})\'\n[fields]\ncrime_ref = "Ref"\nrecorded = "Rec"\n',
        encoding="utf-8",
    )
    file = store_exports.write(tmp_path / "x_2026-01-31.csv", ["Ref", "Rec"], [{"Ref": "35/1/26", "Rec": "05/01/2026"}])
    load(tmp_path / "store", file)
    changed = own.read_text(encoding="utf-8") + 'district = "Area"\n'
    own.write_text(changed, encoding="utf-8")
    receipt = _again(tmp_path / "store")
    assert len(receipt.files) == 1 and "--again" in receipt.notes[0] and "Area" in receipt.notes[0]
    own.unlink()
    receipt = _again(tmp_path / "store")
    assert receipt.files == [] and receipt.snapshot is None and "no longer there" in receipt.notes[0]


def test_the_command_prints_the_receipt(store: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["reapply", "--store", str(store)])
    assert result.exit_code == 0 and "Rows read 8 = accepted 4 + rejected 4." in result.stdout
    refused = CliRunner().invoke(main, ["reapply", "--store", str(tmp_path / "none")])
    assert refused.exit_code == 3


def test_a_file_can_be_loaded_again_to_read_what_was_not_kept(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "crime_2026-02-28.csv"
    assert load(store, file).already_loaded
    receipt = load(store, file, again=True)
    assert receipt.loads == [3] and receipt.files[0].unchanged == 2
