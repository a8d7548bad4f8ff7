"""Files nobody wrote for us: a drafted layout, a few lines put right by hand, and counts made by pandas another way."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from hcdata.common import config as configuration
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.suggest.draft import draft
from hcdata.ingest.suggest.grids import one_grid
from hcdata.ingest.suggest.write import write
from hcdata.loading import run as loading
from hcdata.loading.receipt import FileReceipt
from hcdata.loading.scratch import scratch
from hcdata.store import query

pytestmark = pytest.mark.shared

# Lines a person may have to change before a draft serves.
FEWER_THAN = 10
# What is put right: the beginning of a drafted line, and what stands there instead (more lines count as more changes).
Mends = dict[str, str]
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
NYPD: Mends = {
    "date_order": 'date_order = "mdy"\ndistricts_as_found = true',
    "through =": 'through = "month"',
    "# district =": 'district = "County"',
    "# offence_title =": 'offence_title = "PD Code Description"',
    '# "ANTI-ASIAN"': '"ANTI-ASIAN" = "race"',
    '# "ANTI-CATHOLIC"': '"ANTI-CATHOLIC" = "religion"',
    '# "ANTI-FEMALE"': '"ANTI-FEMALE" = "gender"',
}
TORONTO: Mends = {
    "date_order": 'date_order = "dmy"\ndistricts_as_found = true',
    "# [reference]": "[reference]",
    "# pattern": r"pattern = 'GO-\d+'",
    "# to =": r"to = '\0'",
    "# crime_ref =": 'crime_ref = "EVENT_UNIQUE_ID"',
    "# recorded =": 'recorded = { date = "REPORTED_DATE", time = "REPORTED_TIME" }',
    "# district =": 'district = "DIVISION"',
    "# place_type =": 'place_type = "LOCATION_TYPE"',
}
AUSTIN: Mends = {
    "through =": 'through = "month"',
    "# recorded =": 'recorded = "incident_date"',
    "# Columns not used": 'place_type = "offense_loc_group"',
    '# "Anti-Bisexual"': '"Anti-Bisexual" = "sexual_orientation"',
}
MONTHS = ("2024-01", "2024-02", "2024-03")


@dataclass(frozen=True)
class Loaded:
    """A file loaded through its mended draft: the layout's text, the receipt, the store, and pandas' own reading."""

    text: str
    changed: int
    receipt: FileReceipt
    store: query.Store
    frame: pd.DataFrame

    def by(self, column: str) -> Counter[str]:
        """Crimes by the value of a column."""
        return Counter(dict(self.store.tuples(f"SELECT {column}, count(*) FROM crime GROUP BY 1")))

    def strands(self) -> Counter[str]:
        """Crimes by strand."""
        sql = "SELECT s, count(*) FROM (SELECT unnest(strands) AS s FROM crime) GROUP BY s"
        return Counter(dict(self.store.tuples(sql)))

    def unmapped(self) -> Counter[tuple[str, str]]:
        """Rows by field and value nobody mapped."""
        return Counter({(f, t): n for f, t, n in self.store.tuples("SELECT field, text, rows FROM unmapped")})


def mend(text: str, mends: Mends) -> tuple[str, int]:
    """Put lines right, and return how many were changed or added."""
    changed, lines = 0, []
    waiting = dict(mends)
    for line in text.splitlines():
        start = next((start for start in waiting if line.startswith(start)), None)
        line = waiting.pop(start) if start else line
        changed += line.count("\n") + 1 if start else 0
        lines.append(line)
    assert not waiting, f"the draft has no lines {list(waiting)}"
    return "\n".join(lines), changed


def drafted(file: Path, mends: Mends, place: Path, own: str = "") -> tuple[str, str, int]:
    """Draft without the layout written for this very file, mend, and keep it; return name, text and lines changed."""
    known = [layout for name, layout in layouts.read().items() if name != own]
    with scratch() as (con, workdir):
        text, changed = mend(write(draft(con, one_grid(file, workdir)[0], configuration.load(), known)), mends)
    name = layouts.parse(text, "draft").name
    (place / "layouts").mkdir(exist_ok=True)
    (place / "layouts" / f"{name}.toml").write_text(text, encoding="utf-8")
    return name, text, changed


def load(file: Path, mends: Mends, place: Path, own: str = "") -> Loaded:
    """Load a file through its own draft."""
    name, text, changed = drafted(file, mends, place, own)
    receipt = loading.load([file], place / "store", configuration.load(), loading.Options(layout=name))
    read: Callable[..., pd.DataFrame] = pd.read_csv if file.suffix == ".csv" else pd.read_excel
    engine = {} if file.suffix == ".csv" else {"engine": "openpyxl"}
    frame = read(file, dtype=object if engine else str, keep_default_na=False, **engine)
    return Loaded(text, changed, receipt.files[0], query.open(place / "store"), frame)


@pytest.fixture(scope="module", params=MONTHS)
def street(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    file = shared / "reference" / "police_uk" / f"{request.param}-cambridgeshire-street.csv"
    return load(file, STREET, tmp_path_factory.mktemp("street"))


@pytest.fixture(scope="module", params=MONTHS)
def outcomes(request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    file = shared / "reference" / "police_uk" / f"{request.param}-cambridgeshire-outcomes.csv"
    return load(file, OUTCOMES, tmp_path_factory.mktemp("outcomes"))


@pytest.fixture(scope="module")
def nypd(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    file = shared / "reference" / "incidents" / "nypd_2024-09-29.csv"
    return load(file, NYPD, tmp_path_factory.mktemp("nypd"), "nypd")


@pytest.fixture(scope="module")
def toronto(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    file = shared / "reference" / "incidents" / "toronto_2018-2023.csv"
    return load(file, TORONTO, tmp_path_factory.mktemp("toronto"), "toronto")


@pytest.fixture(scope="module")
def austin(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    file = shared / "reference" / "incidents" / "austin_2017-2022.xlsx"
    return load(file, AUSTIN, tmp_path_factory.mktemp("austin"), "austin")


@pytest.mark.parametrize("name", ["nypd", "toronto", "austin"])
def test_fewer_than_ten_lines_are_changed_by_hand(name: str, request: pytest.FixtureRequest) -> None:
    assert 0 < request.getfixturevalue(name).changed < FEWER_THAN


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


def test_new_york(nypd: Loaded) -> None:
    crimes = nypd.frame.drop_duplicates("Full Complaint ID")
    assert (nypd.receipt.rows_read, nypd.receipt.records) == (len(nypd.frame), len(crimes)) == (3078, 2823)
    months = pd.to_datetime(crimes["Record Create Date"], format="%m/%d/%Y").dt.strftime("%Y-%m")
    assert nypd.by("strftime(recorded_on, '%Y-%m')") == Counter(months.value_counts().to_dict())
    assert nypd.by("district") == Counter(crimes["County"].str.lower().str.replace(" ", "_").value_counts().to_dict())
    assert str(nypd.store.data_to()) == "2024-06-30"
    motive = crimes["Bias Motive Description"]
    rows = nypd.frame["Bias Motive Description"].value_counts()
    left = nypd.unmapped()
    assert all(field == "strands" and rows[text] == n for (field, text), n in left.items())
    told = motive[~motive.isin([text for _, text in left])]
    faiths = "JEWISH|MUSLIM|BUDDHIST|RELIGIO|CATHOLIC"
    expected = {
        "religion": told.str.contains(faiths).sum(),
        "sexual_orientation": told.str.contains("HOMOSEXUAL|LGBT").sum(),
        "race": told.str.contains("BLACK|WHITE|ASIAN|HISPANIC|ARAB|ETHNICITY|RACIAL").sum(),
        "transgender": told.str.contains("TRANSGENDER").sum(),
        "disability": told.str.contains("DISABILITY").sum(),
        "gender": (told == "ANTI-FEMALE").sum(),
    }
    assert nypd.strands() == Counter(expected) and sum(expected.values()) == len(told) > 0.98 * len(motive)


def test_toronto(toronto: Loaded) -> None:
    frame = toronto.frame
    assert (toronto.receipt.rows_read, toronto.receipt.records) == (1350, 1350)
    assert toronto.by("strftime(recorded_on, '%Y-%m')") == Counter(
        frame["REPORTED_DATE"].str[:7].value_counts().to_dict()
    )
    assert toronto.by("district") == Counter(frame["DIVISION"].str.lower().value_counts().to_dict())
    gender = frame["GENDER_BIAS"]
    expected = {
        "race": (frame[["RACE_BIAS", "ETHNICITY_BIAS"]] != "None").any(axis=1).sum(),
        "religion": (frame["RELIGION_BIAS"] != "None").sum(),
        "sexual_orientation": (frame["SEXUAL_ORIENTATION_BIAS"] != "None").sum(),
        "disability": (frame["MENTAL_OR_PHYSICAL_DISABILITY"] == "YES").sum(),
        "transgender": gender.str.startswith("Transgender").sum(),
        "gender": (gender != "None").sum() - gender.str.startswith("Transgender").sum(),
    }
    assert toronto.strands() == Counter(expected)
    # "NA" stands for nothing in a column of places.
    places = frame["LOCATION_TYPE"].str.strip()
    places = places[places != "NA"]
    assert {text: n for (field, text), n in toronto.unmapped().items()} == places.value_counts().to_dict()
    assert toronto.by("place_type") == Counter({"unmapped": len(places), "not_recorded": 1350 - len(places)})


def test_austin(austin: Loaded) -> None:
    assert (austin.receipt.rows_read, austin.receipt.records, len(austin.frame)) == (121, 121, 121)
    months = pd.to_datetime(austin.frame["incident_date"]).dt.strftime("%Y-%m").value_counts()
    assert austin.by("strftime(recorded_on, '%Y-%m')") == Counter(months.to_dict())
    assert 'blanks = ["NULL"]' in austin.text
    unknown = {text: n for (field, text), n in austin.unmapped().items() if field == "place_type"}
    places = austin.frame["offense_loc_group"].value_counts().to_dict()
    assert unknown == {text: n for text, n in places.items() if text in unknown} and sum(unknown.values()) > 100
    told = Counter(austin.frame["bias"])
    left = {text for field, text in austin.unmapped() if field == "strands"}
    bias = austin.frame["bias"][~austin.frame["bias"].isin(left)].str.lower()
    expected = {
        "race": bias.str.contains("black|white|hispanic|arab|race").sum(),
        "religion": bias.str.contains("jewish|islamic|buddhist").sum(),
        "sexual_orientation": bias.str.contains("anti-gay|anti-lesbian|anti-bisexual").sum(),
        "transgender": bias.str.contains("anti-transgender").sum(),
        "disability": bias.str.contains("anti-disability").sum(),
    }
    assert austin.strands() == Counter(expected) and sum(told[text] for text in left) <= 3
