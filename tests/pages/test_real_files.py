"""Real files nobody here wrote: the Performance Update opens on each and answers what a chair asks."""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest
from scipy.stats import binomtest

from hcdata.common import config as configuration
from hcdata.loading import run as loading
from tests.pages.conftest import Open, texts

pytestmark = pytest.mark.shared


@dataclass(frozen=True)
class Asked:
    """The last whole quarter of a file and the one before, counted by pandas: records, largest strand and area."""

    now: int
    before: int
    strand: str
    of_strand: int
    area: str
    of_area: int

    @property
    def chance(self) -> str:
        """Whether the quarters differ by more than chance, by scipy's own exact test at the one level of evidence."""
        p = binomtest(self.now, self.now + self.before).pvalue
        return "unlikely to be chance" if p <= 0.002 else "could be chance"


NYPD_RELIGIONS = "JEWISH|MUSLIM|CATHOLIC|SIKH|HINDU|RELIGION|RELIGIOUS|BUDDHIST|PROTESTANT|JEHOVAHS|ORTHODOX|MORMON"
NYPD_AREA = {"NEW YORK": "Manhattan (New York County)", "KINGS": "Brooklyn (Kings County)"}


def nypd(folder: Path) -> tuple[Path, Asked]:
    """One row an arrest: complaints are counted once."""
    file = folder / "nypd_2024-09-29.csv"
    rows = pd.read_csv(file, dtype=str, keep_default_na=False).drop_duplicates("Full Complaint ID")
    day = pd.to_datetime(rows["Record Create Date"], format="%m/%d/%Y")
    now, before = rows[day >= "2024-04-01"], rows[(day >= "2024-01-01") & (day < "2024-04-01")]
    religious = now["Bias Motive Description"].str.contains(NYPD_RELIGIONS)
    area = now["County"].value_counts()
    return file, Asked(
        len(now), len(before), "Religion", int(religious.sum()), NYPD_AREA[area.index[0]], int(area.iloc[0])
    )


def toronto(folder: Path) -> tuple[Path, Asked]:
    """Biases stand in columns; a record with several counts once in each."""
    file = folder / "toronto_2018-2023.csv"
    rows = pd.read_csv(file, dtype=str, keep_default_na=False)
    day = pd.to_datetime(rows["REPORTED_DATE"])
    now, before = rows[day >= "2023-10-01"], rows[(day >= "2023-07-01") & (day < "2023-10-01")]
    religious = (now["RELIGION_BIAS"] != "None").sum()
    area = now["DIVISION"].value_counts()
    return file, Asked(len(now), len(before), "Religion", int(religious), area.index[0], int(area.iloc[0]))


@pytest.fixture(scope="session", params=[nypd, toronto], ids=lambda make: make.__name__)
def answered(request, shared, tmp_path_factory):
    """A store of the file, and the answers by another route."""
    file, asked = request.param(shared / "reference" / "incidents")
    store = tmp_path_factory.mktemp(request.param.__name__) / "store"
    loading.load([file], store, configuration.load())
    return store, asked


def test_how_many_last_quarter_which_strand_which_area_is_it_chance(answered, open_page: Open):
    store, asked = answered
    page = open_page(store, period="quarter")
    assert not page.exception
    said = "\n".join(texts(page))
    assert f"{asked.strand} is the largest: {asked.of_strand:,} of {asked.now:,}" in said
    assert f"{asked.area} is the largest: {asked.of_area:,} of {asked.now:,}" in said
    moved = f"{asked.now / asked.before - 1:+.0%}".replace("%", " %")
    assert f"{moved}, {asked.chance}" in said


def test_a_small_workbook_opens_and_says_what_it_lacks(shared, tmp_path, open_page: Open):
    store = tmp_path / "store"
    file = shared / "reference" / "incidents" / "austin_2017-2022.xlsx"
    receipt = loading.load([file], store, configuration.load())
    assert receipt.totals["crime"] == 121
    page = open_page(store, period="12m")
    assert not page.exception
    said = "\n".join(texts(page))
    rows = pd.read_excel(file, dtype=object, engine="calamine")
    day = pd.to_datetime(rows["incident_date"])
    year = int(((day >= "2021-09-01") & (day < "2022-09-01")).sum())
    assert f"Over 12 months: {year}," in said
    for reason in (
        "No population is on file for this area.",
        "No record of this period carries a usable national grid reference.",
        "no victim-contact sheet has been loaded",
        "no delivery plan has been loaded",
    ):
        assert reason in said, reason
