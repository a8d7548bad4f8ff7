"""A reading put right leaves nothing of the wrong one: after a re-apply the store is as if first read that way."""

from pathlib import Path

import pytest

from hcdata.common import config as configuration
from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.loading.reapply import reapply
from hcdata.loading.receipt import Receipt
from hcdata.store import inspection, query
from hcdata.views.changes import changes
from hcdata.views.movement import movement
from tests.store import store_exports
from tests.store.store_exports import crime, load

FILENAME = "[data_to]\nfilename = '(\\d{4}-\\d{2}-\\d{2})'\n"
OUTCOMES = (
    f'title = "Own outcomes"\nfeed = "outcome"\nmatch = ["Ref", "Result", "Given"]\n{FILENAME}'
    '[fields]\ncrime_ref = "Ref"\noutcome = "Result"\noutcome_date = "Given"\n'
)
CONTACTS = (
    f'title = "Own contacts"\nfeed = "contact"\nmatch = ["Ref", "When", "Rank", "Kind"]\n{FILENAME}'
    '[fields]\ncrime_ref = "Ref"\ncontact = "When"\nrank = "Rank"\ncontact_kind = "Kind"\n'
)
CRIMES = (
    f'title = "Own crimes"\nfeed = "crime"\nmatch = ["No", "Log", "Rec", "Flag"]\n{FILENAME}'
    '[fields]\ncrime_ref = "No"\nrecorded = "Rec"\n[[strands]]\ncolumn = "Flag"\n'
)
# Both columns are kept, whichever is the reference.
CRIMES_BY = CRIMES.replace('crime_ref = "No"', 'crime_ref = "No"\nincident_ref = "Log"')
BY_LOG = CRIMES.replace('crime_ref = "No"', 'crime_ref = "Log"\nincident_ref = "No"')
ROWS = [
    {"No": f"35/{n}/26", "Log": f"35/{n + 100}/26", "Rec": f"0{n}/05/2026 10:00", "Flag": "Race"} for n in (1, 2, 3)
]
CURRENT = "SELECT crime_ref FROM hate_crime ORDER BY crime_ref"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    (tmp_path / "layouts").mkdir()
    return tmp_path / "store"


def _lay(store: Path, text: str, order: str = "dmy", name: str = "own") -> None:
    layout = f'name = "{name}"\ndate_order = "{order}"\n{text}'
    (store.parent / "layouts" / f"{name}.toml").write_text(layout, encoding="utf-8")


def _write(store: Path, name: str, *rows: dict[str, str]) -> Path:
    return store_exports.write(store.parent / name, list(rows[0]), rows)


def _again(store: Path, layout: str | None = None) -> Receipt:
    receipt = reapply(store, configuration.load(), layout)
    assert inspection.faults(store) == []
    return receipt


def _ask(store: Path, text: str, as_at: int | None = None) -> list[object]:
    with query.open(store, as_at) as opened:
        return [value for (value,) in opened.tuples(text)]


def _load_crime(store: Path) -> None:
    load(store, _write(store, "crime_2026-06-30.csv", crime("35/1/26", reported="05/01/2026 09:00")))


def test_an_outcome_misread_to_a_later_day_is_withdrawn(store: Path) -> None:
    given = "SELECT strftime(outcome_on, '%d %b') FROM crime"
    _load_crime(store)
    _lay(store, OUTCOMES, "dmy")
    load(store, _write(store, "o_2026-06-30.csv", {"Ref": "35/1/26", "Result": "16", "Given": "02/05/2026"}))
    _lay(store, OUTCOMES, "mdy")
    receipt = _again(store, "own")
    assert _ask(store, given) == ["05 Feb"] and _ask(store, "SELECT count(*) FROM outcome_event") == [1]
    assert "outcome: 1 no longer given by the rows read again, and withdrawn from this load on" in receipt.notes
    assert _ask(store, given, as_at=2) == ["02 May"]
    _lay(store, OUTCOMES, "dmy")
    _again(store, "own")
    assert _ask(store, given) == ["02 May"]


def test_a_contact_misread_is_withdrawn_and_with_it_what_it_met(store: Path) -> None:
    met = "SELECT supervisor_contact_at IS NOT NULL FROM crime"
    _load_crime(store)
    _lay(store, CONTACTS, "mdy")
    row = {"Ref": "35/1/26", "When": "01/05/2026 10:00", "Rank": "PS", "Kind": "Initial"}
    load(store, _write(store, "c_2026-06-30.csv", row))
    assert _ask(store, "SELECT strftime(contact_at, '%d %b') FROM victim_contact") == ["05 Jan"]
    _lay(store, CONTACTS, "dmy")
    _again(store)
    assert _ask(store, "SELECT strftime(contact_at, '%d %b') FROM victim_contact") == ["01 May"]
    assert _ask(store, met) == [True]


def test_crimes_read_by_the_wrong_reference_are_withdrawn_and_every_change_adds_up(store: Path) -> None:
    _lay(store, BY_LOG)
    load(store, _write(store, "x_2026-06-30.csv", *ROWS))
    assert _ask(store, CURRENT) == ["35/101/26", "35/102/26", "35/103/26"]
    _lay(store, CRIMES_BY)
    receipt = _again(store)
    assert _ask(store, CURRENT) == ["35/1/26", "35/2/26", "35/3/26"]
    assert _ask(store, CURRENT, as_at=1) == ["35/101/26", "35/102/26", "35/103/26"]
    assert receipt.totals["crime"] == 3 and [file.new for file in receipt.files] == [3]
    with query.open(store) as now, query.open(store, 1) as then:
        found = changes(now, Filters("all"), LOCAL, 1)
        told = found.counts.set_index("kind")["records"]
        assert (told["new"], told["withdrawn"], told.sum()) == (3, 3, 6)
        part = movement(then, now, Filters("all"), LOCAL, "recorded_hate_crimes").parts[0]
    assert part.steps[["reason", "n"]].values.tolist() == [["new", 3], ["new", -3]]
    assert (part.before, part.after) == (3, 3)


def test_a_row_that_is_rejected_now_no_longer_counts(store: Path) -> None:
    _lay(store, CRIMES_BY)
    load(store, _write(store, "x_2026-06-30.csv", *ROWS[:2], ROWS[2] | {"Log": ""}))
    assert len(_ask(store, CURRENT)) == 3
    _lay(store, BY_LOG)
    receipt = _again(store)
    assert _ask(store, CURRENT) == ["35/101/26", "35/102/26"]
    assert (receipt.files[0].rows_read, receipt.files[0].rows_rejected) == (3, 1)


def test_where_a_column_was_not_kept_nothing_is_withdrawn(store: Path) -> None:
    _lay(store, CRIMES)
    load(store, _write(store, "x_2026-06-30.csv", *ROWS))
    _lay(store, CRIMES.replace('"No"\nrec', '"Log"\nrec'))
    receipt = _again(store)
    assert len(_ask(store, CURRENT)) == 3
    assert any("Log, it was not kept, and what the file gave before stays" in note for note in receipt.notes)


def test_a_layout_that_turned_to_a_column_not_kept_takes_no_strand_from_any_crime(store: Path) -> None:
    _lay(store, CRIMES)
    load(store, _write(store, "x_2026-06-30.csv", *(row | {"Marker": "Faith"} for row in ROWS)))
    _lay(store, CRIMES.replace('column = "Flag"', 'column = "Marker"'))
    for _ in range(2):
        receipt = _again(store)
        assert receipt.loads == [] and len(_ask(store, CURRENT)) == 3
        assert any("not read again" in note and "load the file again with --again" in note for note in receipt.notes)
    load(store, store.parent / "x_2026-06-30.csv", again=True)
    assert _ask(store, "SELECT DISTINCT strands[1] FROM hate_crime") == ["religion"]


def test_a_file_is_not_read_again_without_another_of_its_extract(store: Path) -> None:
    other = CRIMES.replace('"Log", "Rec", "Flag"]', '"Rec", "LPA"]').replace(
        "[[strands]]", 'district = "LPA"\n[[strands]]'
    )
    _lay(store, CRIMES)
    _lay(store, other, name="places")
    places = [{"No": row["No"], "Rec": row["Rec"], "LPA": "Fenland", "Flag": ""} for row in ROWS]
    load(store, _write(store, "a_2026-06-30.csv", *ROWS), _write(store, "b_2026-06-30.csv", *places))
    (store.parent / "layouts" / "own.toml").unlink()
    receipt = _again(store)
    assert _ask(store, "SELECT district FROM hate_crime") == ["fenland"] * 3
    assert sum("not read again" in note for note in receipt.notes) == 2


def test_a_column_a_layout_uses_besides_those_kept_hinders_no_reading(store: Path) -> None:
    _lay(store, CRIMES)
    load(store, _write(store, "x_2026-06-30.csv", *ROWS))
    _lay(store, CRIMES.replace("[[strands]]", 'district = "LPA"\n[[strands]]'))
    receipt = _again(store)
    assert [file.rows_accepted for file in receipt.files] == [3] and len(_ask(store, CURRENT)) == 3


def test_what_a_file_not_read_again_gives_stays(store: Path) -> None:
    row = {"crime_ref": "35/101/26", "recorded": "01/05/2026 10:00", "strands": "Race"}
    load(store, _write(store, "crime_2026-05-31.csv", crime("35/9/26") | row))
    _lay(store, BY_LOG)
    load(store, _write(store, "x_2026-06-30.csv", *ROWS))
    _lay(store, CRIMES_BY)
    receipt = _again(store, "own")
    assert _ask(store, CURRENT) == ["35/1/26", "35/101/26", "35/2/26", "35/3/26"]
    assert any(note.startswith("crime: 2 no longer given") for note in receipt.notes)


def test_a_later_extract_read_by_another_layout_keeps_what_it_gives(store: Path) -> None:
    _lay(store, BY_LOG)
    load(store, _write(store, "x_2026-06-30.csv", *ROWS))
    with query.open(store) as opened:
        told = opened.tuples("SELECT district FROM crime LIMIT 1")[0][0]
    later = crime("35/102/26", recorded="02/05/2026 10:00", strands="Race", district="")
    assert told == "not_recorded"
    load(store, _write(store, "crime_2026-07-31.csv", later))
    _lay(store, CRIMES_BY)
    _again(store, "own")
    assert _ask(store, CURRENT) == ["35/1/26", "35/102/26", "35/2/26", "35/3/26"]


def test_a_feed_named_wrongly_at_first_leaves_nothing_in_it(store: Path) -> None:
    as_incidents = CRIMES.replace('feed = "crime"', 'feed = "incident"').replace("crime_ref =", "incident_ref =")
    _lay(store, as_incidents.replace("recorded =", 'kind = "Flag"\nrecorded =') + '[values.kind]\nRace = "asb_hate"\n')
    load(store, _write(store, "x_2026-06-30.csv", *ROWS))
    assert _ask(store, "SELECT count(*) FROM incident") == [3]
    _lay(store, CRIMES)
    _again(store)
    assert _ask(store, "SELECT count(*) FROM incident") == [0] and len(_ask(store, CURRENT)) == 3


def test_a_file_loaded_again_is_withdrawn_from_too(store: Path) -> None:
    _lay(store, BY_LOG)
    file = _write(store, "x_2026-06-30.csv", *ROWS)
    load(store, file)
    _lay(store, CRIMES_BY)
    load(store, file, again=True)
    assert _ask(store, CURRENT) == ["35/1/26", "35/2/26", "35/3/26"]
