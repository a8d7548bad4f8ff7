"""New York, Toronto and Austin through their built-in layouts, against counts made by pandas from the same files."""

from collections import Counter
from pathlib import Path

import pandas as pd
import pytest

from hcdata.common import config as configuration
from hcdata.loading import run as loading
from hcdata.loading.receipt import Receipt
from hcdata.store import query

pytestmark = pytest.mark.shared
Loaded = tuple[Receipt, query.Store]


def _load(file: Path, place: Path) -> Loaded:
    receipt = loading.load([file], place / "store", configuration.load())
    return receipt, query.open(place / "store")


def _strands(store: query.Store) -> Counter[str]:
    return Counter(dict(store.tuples("SELECT s, count(*) FROM (SELECT unnest(strands) AS s FROM crime) GROUP BY s")))


def _by(store: query.Store, column: str) -> Counter[str]:
    return Counter(dict(store.tuples(f"SELECT {column}, count(*) FROM crime GROUP BY 1")))


@pytest.fixture(scope="module")
def nypd(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Loaded, pd.DataFrame]:
    file = shared / "reference" / "incidents" / "nypd_2024-09-29.csv"
    return _load(file, tmp_path_factory.mktemp("nypd")), pd.read_csv(file, dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def toronto(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Loaded, pd.DataFrame]:
    file = shared / "reference" / "incidents" / "toronto_2018-2023.csv"
    return _load(file, tmp_path_factory.mktemp("toronto")), pd.read_csv(file, dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def austin(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Loaded, pd.DataFrame]:
    file = shared / "reference" / "incidents" / "austin_2017-2022.xlsx"
    frame = pd.read_excel(file, engine="openpyxl", dtype=object, keep_default_na=False)
    return _load(file, tmp_path_factory.mktemp("austin")), frame


def test_nypd_rows_are_arrests_and_references_are_crimes(nypd: tuple[Loaded, pd.DataFrame]) -> None:
    (receipt, store), frame = nypd
    file = receipt.files[0]
    assert (file.rows_read, file.rows_accepted, file.records) == (3078, 3078, 2823)
    assert (len(frame), frame["Full Complaint ID"].nunique()) == (3078, 2823)
    assert store.tuples("SELECT count(*) FROM crime")[0][0] == 2823
    assert file.disagreeing == 0 and not file.faults


def test_nypd_ends_with_the_whole_of_june_2024(nypd: tuple[Loaded, pd.DataFrame]) -> None:
    (_, store), frame = nypd
    crimes = frame.drop_duplicates("Full Complaint ID")
    months = pd.to_datetime(crimes["Record Create Date"], format="%m/%d/%Y").dt.strftime("%Y-%m").value_counts()
    assert _by(store, "strftime(recorded_on, '%Y-%m')") == Counter(months.to_dict())
    assert max(months.index) == "2024-06"
    assert str(store.data_to()) == "2024-06-30"


def test_nypd_counties_are_its_districts(nypd: tuple[Loaded, pd.DataFrame]) -> None:
    (_, store), frame = nypd
    crimes = frame.drop_duplicates("Full Complaint ID")
    expected = crimes["County"].str.lower().str.replace(" ", "_").value_counts().to_dict()
    assert _by(store, "district") == Counter(expected)
    assert set(store.districts()["id"]) == set(expected)
    assert "Brooklyn (Kings County)" in set(store.districts()["name"])


def test_nypd_strands_agree_with_the_publishers_own_categories(nypd: tuple[Loaded, pd.DataFrame]) -> None:
    (_, store), frame = nypd
    category = {
        "Religion/Religious Practice": "religion",
        "Race/Color": "race",
        "Ethnicity/National Origin/Ancestry": "race",
        "Sexual Orientation": "sexual_orientation",
        "Gender": "gender",
        "Disability": "disability",
        "Age": "age",
    }
    crimes = frame.drop_duplicates("Full Complaint ID")
    # A few crimes are "Unclassified": they go where the publisher puts the other crimes of the same motive.
    usual = frame.groupby("Bias Motive Description")["Offense Category"].agg(lambda found: found.mode()[0])
    strand = crimes["Bias Motive Description"].map(usual).map(category)
    strand[crimes["Bias Motive Description"].str.contains("TRANSGENDER|NON-CONFORMING")] = "transgender"
    assert _strands(store) == Counter(strand.value_counts().to_dict())
    assert {"age", "gender"} <= set(store.strands()["id"])


def test_toronto_has_one_crime_a_row(toronto: tuple[Loaded, pd.DataFrame]) -> None:
    (receipt, store), frame = toronto
    assert (receipt.files[0].rows_read, receipt.files[0].records, len(frame)) == (1350, 1350, 1350)
    assert not receipt.files[0].faults
    assert _by(store, "strftime(recorded_on, '%Y-%m')") == Counter(
        frame["REPORTED_DATE"].str[:7].value_counts().to_dict()
    )
    assert str(store.data_to()) == "2023-12-31"


def test_toronto_strands_come_from_eight_columns(toronto: tuple[Loaded, pd.DataFrame]) -> None:
    (_, store), frame = toronto
    gender = frame["GENDER_BIAS"]
    expected = {
        "race": (frame[["RACE_BIAS", "ETHNICITY_BIAS", "LANGUAGE_BIAS"]] != "None").any(axis=1).sum(),
        "religion": (frame["RELIGION_BIAS"] != "None").sum(),
        "sexual_orientation": (frame["SEXUAL_ORIENTATION_BIAS"] != "None").sum(),
        "disability": (frame["MENTAL_OR_PHYSICAL_DISABILITY"] == "YES").sum(),
        "transgender": gender.str.startswith("Transgender").sum(),
        "gender": (gender == "Woman").sum(),
        "not_stated": 1,
    }
    assert _strands(store) == Counter(expected)
    assert expected["transgender"] == 49 and expected["gender"] == 29


def test_toronto_na_is_a_place_of_its_own_and_not_a_blank(toronto: tuple[Loaded, pd.DataFrame]) -> None:
    (_, store), frame = toronto
    places = _by(store, "place_type")
    assert places["other"] == (frame["LOCATION_TYPE"] == "NA").sum() == 37
    assert places["not_recorded"] == places["unmapped"] == 0
    assert places["transport"] == (frame["LOCATION_TYPE"] == "Public Transportation").sum()


def test_toronto_times_without_leading_noughts_are_read(toronto: tuple[Loaded, pd.DataFrame]) -> None:
    (_, store), frame = toronto
    minutes = frame["OCCURRENCE_TIME"].astype(int)
    expected = (minutes // 100).value_counts().to_dict()
    assert _by(store, "hour(committed_local)") == Counter(expected)


def test_toronto_divisions_are_as_found(toronto: tuple[Loaded, pd.DataFrame]) -> None:
    (_, store), frame = toronto
    assert _by(store, "district") == Counter(frame["DIVISION"].str.lower().value_counts().to_dict())
    names = set(store.districts()["name"])
    assert "D32" in names and "NSA (no specified area)" in names


def test_austin_is_read_from_a_workbook(austin: tuple[Loaded, pd.DataFrame]) -> None:
    (receipt, store), frame = austin
    assert (receipt.files[0].rows_read, receipt.files[0].records, len(frame)) == (121, 121, 121)
    months = pd.to_datetime(frame["incident_date"]).dt.strftime("%Y-%m").value_counts()
    assert _by(store, "strftime(recorded_on, '%Y-%m')") == Counter(months.to_dict())
    assert str(store.data_to()) == "2022-08-31"


def test_austin_strands_and_its_null_text(austin: tuple[Loaded, pd.DataFrame]) -> None:
    (receipt, store), frame = austin
    bias = frame["bias"].str.lower()
    expected = {
        "race": bias.str.contains("black|white|hispanic|arab|race").sum(),
        "religion": bias.str.contains("jewish|islamic|buddhist").sum(),
        "sexual_orientation": bias.str.contains("gay|lesbian|bisexual").sum(),
        "transgender": bias.str.contains("anti-transgender").sum(),
        "disability": bias.str.contains("disability").sum(),
    }
    assert _strands(store) == Counter(expected)
    nulls = int((frame["offense_loc_group"] == "NULL").sum())
    assert _by(store, "place_type")["not_recorded"] == nulls
    assert not receipt.files[0].faults
