"""What outcome rows say against each other and against full extracts: by cases, and beside a ledger at every load."""

import csv
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.common import config as configuration
from hcdata.loading.reapply import reapply
from hcdata.store import inspection, query
from tests.loading.test_load_properties import SLOW
from tests.loading.test_outcome_events import MONTHS
from tests.store import store_exports
from tests.store.store_exports import crime, load

NOTES = ("outcome_dated_back", "outcomes_on_one_day", "outcome_missing_from_full_extract")
NOTED = f"SELECT crime_ref, note FROM noted WHERE note IN {NOTES}"
HEADERS = ["crime_ref", "outcome", "outcome_date"]
CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "outcome_notes.csv").open(encoding="utf-8")))
# Rows of other crimes, for the dates an extract reaches over.
SPAN = [("35/9001/26", "2", "01/01/2026"), ("35/9002/26", "2", "28/02/2026")]
Told = dict[str, set[str]]


def _outcomes(file: Path, rows: list[tuple[str, str, str]], header: str = "outcome_date", title: str = "") -> Path:
    headers = [*HEADERS[:2], header]
    return store_exports.write(file, headers, [dict(zip(headers, row, strict=True)) for row in rows], title)


def _crimes(folder: Path, day: str, *rows: dict[str, str]) -> Path:
    return store_exports.write(folder / f"crime_{day}.csv", store_exports.CRIME_HEADERS, rows)


def _noted(store: Path, as_at: int | None = None) -> Told:
    found: Told = {}
    with query.open(store, as_at) as opened:
        for ref, note in opened.tuples(NOTED):
            found.setdefault(ref, set()).add(note)
    return found


def _british(day: str) -> str:
    return f"{date.fromisoformat(day):%d/%m/%Y}" if day else ""


def _told_in(column: str, full: str) -> tuple[list[tuple[str, str, str]], list[tuple[str, str, str]]]:
    """The outcome rows of the cases in one extract: those with a day or no date, and those with a month."""
    days, months = [], []
    for number, case in enumerate(CASES):
        for event in filter(None, case[column].split(";") if case["full"] == full else ()):
            text, _, last = event.rpartition(" ")
            if not text or not last[0].isdigit():
                days.append((f"35/{number}/26", event, ""))
            elif len(last) == len("2026-02"):
                months.append((f"35/{number}/26", text, last))
            else:
                days.append((f"35/{number}/26", text, _british(last)))
    return days, months


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The notes on the crime of each case; those with a full extract are in a store of their own."""
    noted: Told = {}
    for full in ("no", "yes"):
        place = tmp_path_factory.mktemp("cases")
        (place / "layouts").mkdir()
        (place / "layouts" / "months.toml").write_text(MONTHS, encoding="utf-8")
        rows = [
            crime(f"35/{number}/26", "05/11/2025 10:00", outcome=case["own"], outcome_date=_british(case["own_on"]))
            for number, case in enumerate(CASES)
            if case["full"] == full
        ]
        load(place / "store", _crimes(place, "2026-01-30", *rows))
        for column, day in (("first", "2026-01-31"), ("second", "2026-02-28")):
            days, months = _told_in(column, full)
            file = _outcomes(place / f"outcome_{day}.csv", days + (SPAN if column == "second" else []))
            by_month = [_outcomes(place / f"outcome_months_{day}.csv", months, "outcome_month")] if months else []
            load(place / "store", file, *by_month, full=full == "yes" and column == "second")
        noted |= _noted(place / "store")
    return noted


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["why"] for case in CASES])
def test_a_crime_has_the_notes_of_the_case(cases: Told, number: int) -> None:
    assert cases.get(f"35/{number}/26", set()) == set(filter(None, CASES[number]["notes"].split("|")))


def test_an_outcome_a_full_extract_lacks_is_kept_and_queried_until_it_is_back(tmp_path: Path) -> None:
    store, given = tmp_path / "store", ("35/1/26", "18", "20/01/2026")
    load(store, _crimes(tmp_path, "2026-01-30", crime("35/1/26")))
    nought = ("35/1/26", "0", "20/01/2026")
    load(store, _outcomes(tmp_path / "outcome_2026-01-31.csv", [given, nought]))
    gone = load(store, _outcomes(tmp_path / "outcome_2026-02-28.csv", SPAN, title="Full extract"))
    assert gone.files[0].full and gone.vanished_outcomes == 1 and gone.totals["outcome_event"] == 4
    assert any("Vanished, outcomes missing from a later full extract of outcomes: 1;" in line for line in gone.lines())
    back = load(store, _outcomes(tmp_path / "outcome_2026-03-31.csv", [given]))
    assert back.vanished_outcomes == 0 and not any("Vanished" in line for line in back.lines())
    missing = {"35/1/26": {"outcome_missing_from_full_extract"}}
    assert [_noted(store, number) for number in (1, 2, 3, 4)] == [{}, {}, missing, {}]
    with query.open(store, 3) as opened:
        assert opened.tuples("SELECT outcome_code FROM crime") == [("18",)]


def test_rows_read_again_change_no_note(tmp_path: Path) -> None:
    store = tmp_path / "store"
    load(store, _crimes(tmp_path, "2026-01-30", crime("35/1/26"), crime("35/2/26")))
    both = [("35/1/26", "18", "20/01/2026"), ("35/2/26", "18", "20/01/2026")]
    load(store, _outcomes(tmp_path / "outcome_2026-01-31.csv", both))
    load(store, _outcomes(tmp_path / "outcome_2026-02-28.csv", [("35/1/26", "18", "10/01/2026"), *SPAN]), full=True)
    before = _noted(store)
    assert {len(notes) for notes in before.values()} == {1, 2}
    reapply(store, configuration.load())
    assert _noted(store) == before


def test_a_full_extract_reaches_as_far_as_it_was_read_last(tmp_path: Path) -> None:
    store, layout = tmp_path / "store", tmp_path / "layouts" / "given.toml"
    layout.parent.mkdir()
    written = MONTHS.replace("months", "given").replace("outcome_month", "given_on")
    layout.write_text(written.replace('"month"', '"mdy"'), encoding="utf-8")
    load(store, _crimes(tmp_path, "2026-01-30", crime("35/1/26")))
    load(store, _outcomes(tmp_path / "outcome_2026-01-31.csv", [("35/1/26", "18", "20/01/2026")]))
    late = [("35/8/26", "18", "01/02/2026"), ("35/9/26", "18", "02/02/2026")]
    assert load(store, _outcomes(tmp_path / "given_2026-02-28.csv", late, "given_on"), full=True).vanished_outcomes == 1
    assert set(_noted(store)) == {"35/1/26"}
    layout.write_text(written.replace('"month"', '"dmy"'), encoding="utf-8")
    assert reapply(store, configuration.load()).vanished_outcomes == 0
    assert _noted(store) == {} and set(_noted(store, 3)) == {"35/1/26"}


@dataclass(frozen=True)
class Extract:
    """One monthly extract of outcomes: its rows, and whether it is full."""

    rows: list[tuple[str, str, date]]
    full: bool


REFS = ["35/1/26", "35/2/26"]
DAYS = [date(2026, 1, 10), date(2026, 1, 20), date(2026, 1, 25)]
extracts_drawn = st.lists(
    st.builds(
        Extract,
        st.lists(
            st.tuples(st.sampled_from(REFS), st.sampled_from(["1", "16", "18"]), st.sampled_from(DAYS)),
            min_size=1,
            max_size=5,
        ),
        st.booleans(),
    ),
    min_size=3,
    max_size=3,
)
own_drawn = st.dictionaries(
    st.sampled_from(REFS), st.tuples(st.sampled_from(["1", "16", "18"]), st.sampled_from(DAYS)), max_size=1
)


def _ledger(extracts: list[Extract], own: dict[str, tuple[str, date]]) -> tuple[Told, int]:
    """What should be noted after these extracts, and how many rows have vanished: counted row by row."""
    given = pd.DataFrame(
        [(number, *row) for number, extract in enumerate(extracts) for row in extract.rows],
        columns=["extract", "ref", "code", "on"],
    )
    last = given.groupby(["ref", "code", "on"], as_index=False)["extract"].max()
    first = given.groupby("extract")["on"].min()

    def lacks(number: int, row: pd.Series) -> bool:
        # A full extract speaks for the days from its first outcome to the day its data run to.
        within = first[number] <= row["on"] <= date(2026, number + 2, 28)
        return extracts[number].full and number > row["extract"] and within

    last["gone"] = [any(lacks(number, row) for number in range(len(extracts))) for _, row in last.iterrows()]
    told: Told = {}
    for ref, rows in last.groupby("ref"):
        newest = rows[rows["on"] == rows["on"].max()]
        winner = newest.loc[newest["code"].astype(int).idxmin()]
        own_code, own_on = own.get(str(ref), (None, None))
        said = own_code == winner["code"] and own_on == winner["on"]
        stands_on_it = own_on is None or winner["on"] > own_on
        before = rows[rows["on"] < winner["on"]]
        notes = {
            "outcome_dated_back": (said or stands_on_it) and (before["extract"] > winner["extract"]).any(),
            "outcomes_on_one_day": stands_on_it and len(newest) > 1,
            "outcome_missing_from_full_extract": stands_on_it and winner["gone"],
        }
        if any(notes.values()):
            told[str(ref)] = {note for note, holds in notes.items() if holds}
    return told, int(last["gone"].sum())


@SLOW
@given(extracts=extracts_drawn, own=own_drawn)
def test_every_load_says_what_a_ledger_says_then_and_later(
    extracts: list[Extract], own: dict[str, tuple[str, date]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        rows = [crime(ref, "05/11/2025 10:00") for ref in REFS]
        for row in rows:
            if row["crime_ref"] in own:
                code, day = own[row["crime_ref"]]
                row |= {"outcome": code, "outcome_date": f"{day:%d/%m/%Y}"}
        load(place / "store", _crimes(place, "2026-01-30", *rows))
        for number, extract in enumerate(extracts, start=1):
            cells = [(ref, code, f"{day:%d/%m/%Y}") for ref, code, day in extract.rows]
            file = _outcomes(place / f"outcome_2026-{number + 1:02d}-28.csv", cells)
            receipt = load(place / "store", file, full=extract.full)
            assert receipt.vanished_outcomes == _ledger(extracts[:number], own)[1]
        for number in range(1, len(extracts) + 1):
            assert _noted(place / "store", number + 1) == _ledger(extracts[:number], own)[0]
        assert inspection.faults(place / "store") == []
