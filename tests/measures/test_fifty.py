"""The first fifty crimes of one demonstration, read and judged by eye, against what the measures say of them.

The table holds the cells as they stand in the export and, to the right of them, what a reader makes of each crime.
"""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from hcdata.common import config as configuration
from hcdata.common.filters import Filters
from hcdata.demo import write
from hcdata.loading import run as loading
from hcdata.measures import run
from hcdata.store import query

SEED, SCALE = 1, 0.1
TABLE = Path(__file__).parents[1] / "cases" / "fifty_crimes.csv"
RAW = {
    "crime": "Crime Reference",
    "recorded": "Recorded Date",
    "reported": "Reported Date",
    "code": "HO Code",
    "district_written": "District",
    "markers": "Hate Markers",
    "assigned": "Officer Assigned",
    "outcome": "Outcome",
    "outcome_on": "Outcome Date",
    "status": "Status",
}
with TABLE.open(encoding="utf-8", newline="") as lines:
    FIFTY = list(csv.DictReader(lines))
# The days of the fifty: the fifty-first crime was recorded later.
SPAN = Filters("custom", start=date(2022, 11, 1), end=date(2023, 2, 7))


@pytest.fixture(scope="module")
def exports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fifty") / "exports"
    write(folder, years=4, seed=SEED, scale=SCALE)
    return folder


@pytest.fixture(scope="module")
def store(exports):
    place = exports.parent / "store"
    loading.load([exports], place, configuration.load())
    with query.open(place) as opened:
        yield opened


def listed(store, measure):
    """The cases of a measure in the days of the fifty, by reference; those of them that are in the table."""
    wide = Filters("custom", start=date(2022, 11, 1), end=date(2024, 1, 1))
    rows = run.cases(store, measure, wide).to_dict("records")
    refs = {case["ref"] for case in FIFTY}
    return {row["crime_ref"]: row for row in rows if row["crime_ref"] in refs}


def test_the_table_is_of_this_export(exports):
    (first,) = exports.glob("full_*/crime_extract_*.csv")
    with first.open(encoding="cp1252", newline="") as stream:
        rows = list(csv.reader(stream))
    header = next(row for row in rows if "Crime Reference" in row)
    cells = [dict(zip(header, row, strict=True)) for row in rows if len(row) == len(header)]
    seen = {tuple(row[name] for name in RAW.values()) for row in cells}
    missing = [case["ref"] for case in FIFTY if tuple(case[name] for name in RAW) not in seen]
    assert missing == [], "the demonstration has changed: read and judge the table again"


def test_there_are_fifty_and_they_are_the_first(store):
    assert len(FIFTY) == len({case["ref"] for case in FIFTY}) == 50
    first = store.tuples("SELECT crime_ref FROM crime ORDER BY recorded_at, crime_ref LIMIT 50")
    assert {ref for (ref,) in first} == {case["ref"] for case in FIFTY}


@pytest.mark.parametrize("case", FIFTY, ids=lambda case: case["ref"])
def test_each_crime_is_what_a_reader_makes_of_it(case, store):
    ((month, district, strands, aggravated, cancelled),) = store.tuples(
        "SELECT strftime(recorded_on, '%Y-%m'), district, strands, aggravated, cancelled"
        " FROM crime WHERE crime_ref = $ref",
        {"ref": case["ref"]},
    )
    assert (month, district) == (case["month"], case["district"])
    assert sorted(strands) == sorted(case["strands"].split("|"))
    assert (aggravated, cancelled) == (case["aggravated"] == "y", case["cancelled"] == "y")


MEASURES = {
    "recorded_hate_crimes": lambda case: case["hate_crime"] == "y",
    "aggravated_offences": lambda case: case["aggravated"] == "y" and case["cancelled"] == "n",
    "monitored_hate_crimes": lambda case: bool(set(case["strands"].split("|")) - {"gender", "alternative_subculture"}),
    "positive_outcomes_assigned": lambda case: case["positive"] == "y",
    "supervisor_contact_24h": lambda case: case["contact_24h"] != "no_duty",
}
STATES = {
    "recorded_within_24h": lambda case: case["within_24h"],
    "supervisor_contact_24h": lambda case: case["contact_24h"],
    "positive_outcome_cohort": lambda case: {"y": "met", "n": "not_met"}[case["positive"]],
}


@pytest.mark.parametrize("measure", MEASURES)
def test_a_measure_holds_exactly_the_crimes_it_should(measure, store):
    assert set(listed(store, measure)) == {case["ref"] for case in FIFTY if MEASURES[measure](case)}


@pytest.mark.parametrize("measure", STATES)
def test_each_duty_is_in_the_state_a_reader_makes_of_it(measure, store):
    found = {ref: row["state"] for ref, row in listed(store, measure).items()}
    judged = {case["ref"]: STATES[measure](case) for case in FIFTY if STATES[measure](case) != "no_duty"}
    assert found == judged


def test_the_totals_are_those_of_the_table(store):
    months = run.figures(store, "recorded_hate_crimes", ("month", "district"), SPAN)
    counted = {(f"{row.month:%Y-%m}", row.district): row.n for row in months.itertuples() if row.n}
    assert counted == Counter((case["month"], case["district"]) for case in FIFTY)
    strands = run.figures(store, "recorded_hate_crimes", ("strand",), SPAN).set_index("strand")["n"]
    judged = Counter(strand for case in FIFTY for strand in case["strands"].split("|"))
    assert strands[strands > 0].to_dict() == judged
    within = run.figures(store, "recorded_within_24h", filters=SPAN).iloc[0]
    assert (within["n"], within["of"]) == (sum(case["within_24h"] == "met" for case in FIFTY), 50)
    assert sum(judged.values()) == 51  # one crime has two strands


def test_the_table_holds_something_of_everything():
    for column in ("aggravated", "positive"):
        assert set(Counter(case[column] for case in FIFTY)) == {"y", "n"}
    assert set(Counter(case["contact_24h"] for case in FIFTY)) == {"met", "not_met", "not_recorded", "no_duty"}
    assert sum(bool(case["note"]) for case in FIFTY) > 10
