"""The bank holidays on file, and those the configuration adds."""

from datetime import date

import pytest

from hcdata.common import config as configuration
from hcdata.common.errors import StoreError
from hcdata.store import query, reference
from tests.handmade import build

DAYS = reference.read_bank_holidays(reference.BANK_HOLIDAYS)


def test_each_year_has_its_eight_on_weekdays_and_those_proclaimed():
    by_year = {year: [day for day in DAYS if day.year == year] for year in range(2015, 2031)}
    assert sorted(DAYS) == DAYS == sorted(set(DAYS))
    assert all(day.weekday() < 5 for day in DAYS)
    proclaimed = {2022: 10, 2023: 9}
    assert {year: len(days) for year, days in by_year.items()} == {year: proclaimed.get(year, 8) for year in by_year}


@pytest.mark.parametrize(
    "day",
    [
        *(
            "2020-05-08",
            "2021-12-27",
            "2021-12-28",
            "2022-01-03",
            "2022-06-02",
            "2022-06-03",
            "2022-09-19",
            "2023-01-02",
        ),
        *(
            "2023-05-08",
            "2024-03-29",
            "2025-04-21",
            "2025-05-05",
            "2025-08-25",
            "2026-04-03",
            "2026-04-06",
            "2026-05-25",
        ),
        *("2026-08-31", "2026-12-25", "2026-12-28", "2027-12-27", "2028-01-03", "2029-03-30", "2030-04-22"),
    ],
)
def test_a_day_nobody_works_is_on_file(day):
    assert date.fromisoformat(day) in DAYS


@pytest.mark.parametrize("day", ["2020-05-04", "2022-05-30", "2026-04-07", "2026-12-24", "2026-12-29", "2027-12-24"])
def test_a_working_day_is_not(day):
    assert date.fromisoformat(day) not in DAYS


@pytest.mark.parametrize(
    "text", ["day,name\n26/12/2026,Boxing Day\n", "date,name\n2026-12-26,Boxing Day\n", "day\n\n2026\n"]
)
def test_a_file_that_cannot_be_read_is_named(tmp_path, text):
    file = tmp_path / "bank_holidays.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match=r"bank_holidays\.csv"):
        reference.read_bank_holidays(file)
    assert reference.read_bank_holidays(tmp_path / "none.csv") == []


def test_a_day_the_configuration_adds_is_no_working_day(tmp_path):
    config = configuration.load()
    force = config.force.model_copy(update={"bank_holidays": (date(2026, 6, 11),)})
    counted = "SELECT working_days(DATE '2026-06-10', DATE '2026-06-12')"
    folder = build(tmp_path / "store")
    for one, days in ((config, 2), (config.model_copy(update={"force": force}), 1)):
        with query.open(folder, config=one) as store:
            assert store.tuples(counted) == [(days,)]
