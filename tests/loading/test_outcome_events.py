"""Outcomes exported apart from the crimes: which one a crime has, when it is known, and what becomes of every row."""

import csv
import itertools
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.common import config as configuration
from hcdata.loading import aliases
from hcdata.loading.reapply import reapply
from hcdata.store import inspection, query
from tests.loading.test_load_properties import SLOW
from tests.store import store_exports
from tests.store.store_exports import crime, load

HEADERS = ["crime_ref", "outcome", "outcome_date"]
MONTHS = """name = "months"
title = "Outcomes by month"
feed = "outcome"
match = ["crime_ref", "outcome", "outcome_month"]
date_order = "month"

[data_to]
filename = '_(\\d{4}-\\d{2}-\\d{2})\\.'

[fields]
crime_ref = "crime_ref"
outcome = "outcome"
outcome_date = "outcome_month"
"""
CASES = list(csv.DictReader((Path(__file__).parents[1] / "cases" / "joined_outcome.csv").open(encoding="utf-8")))
Told = dict[str, tuple[str | None, date | None]]


def _crimes(folder: Path, day: str, *rows: dict[str, str]) -> Path:
    return store_exports.write(folder / f"crime_{day}.csv", store_exports.CRIME_HEADERS, rows)


def _outcomes(folder: Path, day: str, *rows: tuple[str, str, str]) -> Path:
    cells = [dict(zip(HEADERS, row, strict=True)) for row in rows]
    return store_exports.write(folder / f"outcome_{day}.csv", HEADERS, cells)


def _told(store: Path, as_at: int | None = None) -> Told:
    with query.open(store, as_at) as opened:
        rows = opened.tuples("SELECT crime_ref, outcome_code, outcome_on FROM crime")
        return {ref: (code, day) for ref, code, day in rows}


def _british(day: str) -> str:
    return f"{date.fromisoformat(day):%d/%m/%Y}" if day else ""


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, set[str]]:
    """What is told of the crime of each case, by its number, and which are said to disagree."""
    place = tmp_path_factory.mktemp("cases")
    (place / "layouts").mkdir()
    (place / "layouts" / "months.toml").write_text(MONTHS, encoding="utf-8")
    crimes, days, months = [], [], []
    for number, case in enumerate(CASES):
        ref = f"35/{number}/26"
        crimes.append(crime(ref, outcome=case["own"], outcome_date=_british(case["own_on"])))
        for event in filter(None, case["events"].split(";")):
            text, _, last = event.rpartition(" ")
            if text and len(last) == len("2026-02"):
                months.append({"crime_ref": ref, "outcome": text, "outcome_month": last})
            elif text:
                days.append((ref, text, _british(last)))
            else:
                days.append((ref, event, ""))
    by_month = store_exports.write(
        place / "outcome_months_2026-03-31.csv", ["crime_ref", "outcome", "outcome_month"], months
    )
    load(place / "store", _crimes(place, "2026-02-28", *crimes), _outcomes(place, "2026-03-31", *days), by_month)
    with query.open(place / "store") as store:
        noted = {ref for (ref,) in store.tuples("SELECT crime_ref FROM noted WHERE note = 'outcomes_disagree'")}
    return _told(place / "store"), noted


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["why"] for case in CASES])
def test_a_crime_has_the_outcome_of_the_case(cases: tuple[Told, set[str]], number: int) -> None:
    told, noted = cases
    case, ref = CASES[number], f"35/{number}/26"
    day = date.fromisoformat(case["outcome_on"]) if case["outcome_on"] else None
    assert told[ref] == (case["outcome"] or None, day)
    assert (ref in noted) == (case["disagree"] == "yes")


def test_every_row_is_kept_or_rejected_with_its_reason(tmp_path: Path) -> None:
    file = _outcomes(
        tmp_path,
        "2026-02-28",
        ("35/1/26", "18", "03/02/2026"),
        ("35/1/26", "18", "03/02/2026"),
        ("35/2/26", "18", "99/99/2026"),
        ("35/3/26", "18", "01/01/1900"),
        ("35/4/26", "18", ""),
        ("35/5/26", "Filed", "03/02/2026"),
        ("", "18", "03/02/2026"),
        ("see log", "18", "03/02/2026"),
        ("35/6/26", "", "03/02/2026"),
        ("35/7/26", "18", "03/03/2026"),
        ("Total", "", ""),
    )
    found = load(tmp_path / "store", file).files[0]
    assert (found.rows_read, found.rows_accepted, found.records) == (11, 6, 5)
    assert found.rejected_by_reason == {
        **{"bad_reference": 1, "footer_row": 1, "future_date": 1, "missing_outcome": 1, "missing_reference": 1}
    }
    assert found.faults == {
        "outcome unmapped": 1,
        "outcome_date not_recorded": 1,
        "outcome_date placeholder": 1,
        "outcome_date unreadable": 1,
    }
    assert inspection.faults(tmp_path / "store") == []


def test_words_nobody_has_mapped_are_listed_and_kept_out_of_the_table(tmp_path: Path) -> None:
    load(tmp_path / "store", _outcomes(tmp_path, "2026-02-28", *[("35/5/26", "Filed", "03/02/2026")] * 9))
    with query.open(tmp_path / "store") as store:
        assert store.tuples("SELECT field, text, rows FROM unmapped") == [("outcome", "Filed", 9)]
        assert store.tuples("SELECT outcome_code, outcome_text FROM outcome_event") == [("unmapped", None)]


def test_as_at_before_and_after(tmp_path: Path) -> None:
    store = tmp_path / "store"
    load(store, _crimes(tmp_path, "2026-01-31", crime("35/1/26"), crime("35/2/26")))
    load(store, _outcomes(tmp_path, "2026-02-28", ("35/1/26", "18", "03/02/2026")))
    load(store, _outcomes(tmp_path, "2026-03-31", ("35/1/26", "1", "03/03/2026")))
    assert _told(store, 1) == {"35/1/26": (None, None), "35/2/26": (None, None)}
    assert _told(store, 2)["35/1/26"] == ("18", date(2026, 2, 3))
    assert _told(store, 3)["35/1/26"] == ("1", date(2026, 3, 3))
    assert _told(store)["35/2/26"] == (None, None)


def test_outcomes_do_not_disagree_before_an_extract_could_have_told(tmp_path: Path) -> None:
    store, own = tmp_path / "store", crime("35/1/26", outcome="18", outcome_date="20/01/2026")
    load(store, _crimes(tmp_path, "2026-01-31", own))
    load(store, _outcomes(tmp_path, "2026-02-28", ("35/1/26", "1", "03/02/2026")))
    load(store, _crimes(tmp_path, "2026-03-31", own))
    for as_at, disagree in ((1, 0), (2, 0), (3, 1)):
        with query.open(store, as_at) as opened:
            assert opened.tuples("SELECT count(*) FROM noted WHERE note = 'outcomes_disagree'") == [(disagree,)], as_at


def test_outcomes_of_crimes_not_loaded_are_counted_and_join_later(tmp_path: Path) -> None:
    store = tmp_path / "store"
    early = load(store, _outcomes(tmp_path, "2026-02-28", ("35/1/26", "18", "03/02/2026"), ("35/2/26", "16", "")))
    assert early.elsewhere == 2
    assert "Outcomes of crimes not loaded here: 2; kept, and joined when the crime is loaded." in list(early.lines())
    late = load(store, _crimes(tmp_path, "2026-03-31", crime("35/1/26")))
    assert late.elsewhere == 1
    assert _told(store) == {"35/1/26": ("18", date(2026, 2, 3))}
    assert _told(store, 1) == {}


def test_a_cancelled_crime_keeps_its_outcome_and_stays_out_of_every_figure(tmp_path: Path) -> None:
    store = tmp_path / "store"
    crimes = _crimes(tmp_path, "2026-02-28", crime("35/1/26", status="Cancelled"), crime("35/2/26"))
    load(store, crimes, _outcomes(tmp_path, "2026-02-28", ("35/1/26", "1", "03/02/2026")))
    with query.open(store) as opened:
        assert opened.tuples("SELECT crime_ref, outcome_code FROM hate_crime") == [("35/2/26", None)]
    assert _told(store)["35/1/26"] == ("1", date(2026, 2, 3))


def test_an_alias_and_a_second_reading_give_the_crime_its_outcome(tmp_path: Path) -> None:
    store = tmp_path / "store"
    load(store, _crimes(tmp_path, "2026-02-28", crime("35/1/26")))
    load(store, _outcomes(tmp_path, "2026-02-28", ("35/1/26", "Filed", "03/02/2026")))
    assert _told(store)["35/1/26"] == ("unmapped", date(2026, 2, 3))
    aliases.add(store, configuration.load(), "outcome", "Filed", "18", by="analyst")
    reapply(store, configuration.load())
    assert _told(store)["35/1/26"] == ("18", date(2026, 2, 3))
    assert _told(store, 2)["35/1/26"] == ("unmapped", date(2026, 2, 3))
    with query.open(store) as opened:
        assert opened.tuples("SELECT count(*) FROM outcome_event") == [(1,)]


crimes_drawn = st.dictionaries(
    st.sampled_from(["35/1/26", "35/2/26", "35/3/26"]),
    st.sampled_from([("", ""), ("18", "03/01/2026"), ("16", ""), ("1", "20/02/2026"), ("Filed", "")]),
)
events_drawn = st.lists(
    st.tuples(
        st.sampled_from(["35/1/26", "35/2/26", "35/3/26"]),
        st.sampled_from(["18", "16", "1", "0", "Filed"]),
        st.sampled_from(["", "03/01/2026", "10/01/2026", "28/01/2026"]),
    ),
    max_size=4,
)


@SLOW
@given(
    drawn=st.lists(st.tuples(crimes_drawn, events_drawn), min_size=2, max_size=2),
    order=st.sampled_from(list(itertools.permutations(range(4)))[1:]),
)
def test_any_order_of_files_ends_in_the_same_outcomes(
    drawn: list[tuple[dict[str, tuple[str, str]], list[tuple[str, str, str]]]], order: tuple[int, ...]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        files = []
        for day, (crimes, events) in zip(("2026-02-28", "2026-03-31"), drawn, strict=True):
            rows = [crime(ref, outcome=code, outcome_date=on) for ref, (code, on) in crimes.items()]
            files += [_crimes(place, day, *rows), _outcomes(place, day, *events)]
        found = []
        for name, sequence in (("sorted", range(4)), ("permuted", order)):
            for number in sequence:
                load(place / name / "store", files[number])
            found.append((_told(place / name / "store"), store_exports.state(place / name / "store")))
        load(place / "together" / "store", *files)
        found.append((_told(place / "together" / "store"), store_exports.state(place / "together" / "store")))
        assert found[0] == found[1] == found[2]
        assert inspection.faults(place / "permuted" / "store") == []
