"""police.uk's files of crimes and of outcomes: each through its own draft, with counts made by pandas another way."""

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from hcdata.common import config as configuration
from hcdata.loading import run as loading
from hcdata.store import query
from tests.ingest.suggest.foreign import FEWER_THAN, Loaded, Mends, drafted, load

pytestmark = pytest.mark.shared

STREET: Mends = {
    "# no_reference": 'no_reference = "row"',
}
OUTCOMES: Mends = {}
# police.uk's words that stand for one Home Office code; the rest may stand for several and stay unmapped.
CODES = {
    "Suspect charged": "1",
    "Local resolution": "8",
    "Investigation complete; no suspect identified": "18",
    "Action to be taken by another organisation": "20",
    "Further investigation is not in the public interest": "21",
}
MONTHS = ("2024-01", "2024-02", "2024-03")


@pytest.fixture(scope="module", params=MONTHS)
def street(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    file = shared / "reference" / "police_uk" / f"{request.param}-cambridgeshire-street.csv"
    return load(file, STREET, tmp_path_factory.mktemp("street"))


@pytest.fixture(scope="module", params=MONTHS)
def outcomes(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    file = shared / "reference" / "police_uk" / f"{request.param}-cambridgeshire-outcomes.csv"
    return load(file, OUTCOMES, tmp_path_factory.mktemp("outcomes"))


def test_every_row_of_police_uk_is_kept_with_a_crime_id_or_without(street: Loaded) -> None:
    rows, without = len(street.frame), int((street.frame["Crime ID"] == "").sum())
    assert without > 800 and street.changed < FEWER_THAN
    assert (street.receipt.rows_read, street.receipt.rows_accepted) == (rows, rows)
    assert street.receipt.records == street.frame["Crime ID"].replace("", pd.NA).nunique() + without
    own = street.store.tuples("SELECT count(*) FROM crime WHERE crime_ref LIKE 'ROW-%'")[0][0]
    assert own == without == (street.frame["Crime type"] == "Anti-social behaviour").sum()


def test_police_uk_crimes_by_type_month_and_district(street: Loaded) -> None:
    crimes = pd.concat(
        [
            street.frame[street.frame["Crime ID"] != ""].drop_duplicates("Crime ID"),
            street.frame[street.frame["Crime ID"] == ""],
        ]
    )
    assert street.by("offence_title") == Counter(crimes["Crime type"].value_counts().to_dict())
    assert street.by("strftime(recorded_on, '%Y-%m')") == Counter(crimes["Month"].value_counts().to_dict())
    areas = crimes["LSOA name"].str.replace(r" \d{3}[A-Z]$", "", regex=True).replace("Cambridge", "Cambridge City")
    ours = {one.name: one.id for one in configuration.load().district}
    expected = areas.map(lambda name: "not_recorded" if name == "" else ours.get(name, "unmapped"))
    assert street.by("district") == Counter(expected.value_counts().to_dict())


def test_police_uk_outcomes_mapped_and_not(street: Loaded) -> None:
    said = street.frame["Last outcome category"].value_counts().to_dict()
    found = {text: n for (field, text), n in street.unmapped().items() if field == "outcome"}
    assert found == {text: n for text, n in said.items() if text and text not in CODES}


def test_every_row_of_a_police_uk_outcomes_file_is_an_outcome(outcomes: Loaded) -> None:
    assert outcomes.changed < FEWER_THAN and outcomes.receipt.feed == "outcome_event"
    assert outcomes.receipt.rows_read == outcomes.receipt.rows_accepted == len(outcomes.frame)
    # A crime with several suspects has a row for each; the same outcome of one crime is one outcome.
    given = outcomes.frame.drop_duplicates(["Crime ID", "Month", "Outcome type"])
    assert outcomes.receipt.records == outcomes.receipt.new == len(given) < len(outcomes.frame)
    counted = dict(outcomes.store.tuples("SELECT outcome_code, count(*) FROM outcome_event GROUP BY 1"))
    expected = given["Outcome type"].map(lambda text: CODES.get(text, "unmapped"))
    assert counted == expected.value_counts().to_dict()
    assert outcomes.store.tuples("SELECT count(*) FROM crime") == [(0,)]
    said = outcomes.frame["Outcome type"].value_counts().to_dict()
    assert outcomes.unmapped() == {("outcome", text): n for text, n in said.items() if text not in CODES}


def test_police_uk_crimes_take_the_outcomes_of_the_outcomes_files(shared: Path, tmp_path: Path) -> None:
    folder = shared / "reference" / "police_uk"
    for kind, mends in (("street", STREET), ("outcomes", OUTCOMES)):
        drafted(folder / f"{MONTHS[0]}-cambridgeshire-{kind}.csv", mends, tmp_path)
    receipt = loading.load([folder], tmp_path / "store", configuration.load())
    street, events = (
        pd.concat([pd.read_csv(one, dtype=str, keep_default_na=False) for one in sorted(folder.glob(f"*{kind}.csv"))])
        for kind in ("street", "outcomes")
    )
    street = street[street["Crime ID"] != ""].set_index("Crime ID")
    given = events.drop_duplicates(["Crime ID", "Month", "Outcome type"])
    last = given.groupby("Crime ID")["Month"].max()
    assert receipt.elsewhere == (~given["Crime ID"].isin(street.index)).sum() > 0
    known = given[given["Outcome type"].isin(CODES)].sort_values("Month").groupby("Crime ID").last()
    expected: Counter[tuple[str | None, str | None]] = Counter()
    for ref, own in street["Last outcome category"].items():
        code, month = known.loc[ref, ["Outcome type", "Month"]] if ref in known.index else ("", None)
        if own in CODES:
            expected[CODES[own], month if own == code else None] += 1
        elif code:
            expected[CODES[code], month] += 1
        elif ref in last.index:
            expected["unmapped", last[ref]] += 1
        else:
            expected["unmapped" if own else None, None] += 1
    with query.open(tmp_path / "store") as store:
        told = store.tuples(
            "SELECT outcome_code, strftime(outcome_on, '%Y-%m'), count(*) FROM crime"
            " WHERE crime_ref NOT LIKE 'ROW-%' GROUP BY ALL"
        )
    assert Counter({(code, month): n for code, month, n in told}) == expected
