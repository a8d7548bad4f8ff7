"""Lists of hate crimes of other countries: a draft, a few lines put right, and counts made by pandas another way."""

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from tests.ingest.suggest.foreign import FEWER_THAN, Loaded, Mends, load

pytestmark = pytest.mark.shared

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
