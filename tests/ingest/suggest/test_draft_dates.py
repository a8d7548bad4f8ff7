"""Dates in a draft: which are one moment, in which order, and up to when the data run."""

from pathlib import Path

import pytest

from hcdata.ingest.layouts.layout import Moment
from tests.ingest.suggest.drafts import REFS, drafted, line, rows


@pytest.mark.parametrize("headers", [["Date"], ["Date", "Date 2"]])
def test_dates_whose_headers_say_nothing_are_named_and_not_mapped(headers: list[str], tmp_path: Path) -> None:
    days = [["13/01/2026", "28/01/2026"] for _ in headers]
    text, layout = drafted(
        tmp_path,
        ["Crime Number", "District", "Date Of Birth", *headers],
        rows(REFS, ["Hunts", "Fenland"], ["13/01/1980"], *days),
    )
    assert "recorded" not in layout.fields
    assert all(f'# recorded = "{header}"' in text for header in headers)
    assert '# recorded = "Date Of Birth"' not in text
    assert "more dates can be read day first" in line(text, "date_order")


def test_a_date_and_its_time_of_day_are_one_moment(tmp_path: Path) -> None:
    _, layout = drafted(
        tmp_path, ["Crime Ref", "Contact Date", "Contact Time", "Rank"], rows(REFS, ["05/01/2026"], ["0915"], ["PS"])
    )
    assert layout.feed == "contact"
    assert layout.fields["contact"] == Moment(date="Contact Date", time="Contact Time")


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["13/01/2026", "05/02/2026"], "dmy"),
        (["01/13/2026", "02/05/2026"], "mdy"),
        (["2026-01", "2026-02"], "month"),
        (["2026-01-13", "2026-02-05"], "dmy"),
        (["2026-01-13 10:15:00.000", "2026-02-05T10:15:00Z", "2026-02-05T10:15:00.5+01:00"], "dmy"),
        (["2026/01/13 10:15", "13-Jan-26", "13/01/26 10.15"], "dmy"),
    ],
)
def test_the_order_of_dates_is_decided_by_the_values(values: list[str], order: str, tmp_path: Path) -> None:
    _, layout = drafted(tmp_path, ["Crime Number", "Date Recorded"], rows(REFS, values))
    assert layout.date_order == order and layout.fields["recorded"] == "Date Recorded"


def test_dates_both_readings_fit_are_said_to(tmp_path: Path) -> None:
    text, _ = drafted(tmp_path, ["Crime Number", "Date Recorded"], rows(REFS, ["05/01/2026", "06/02/2026"]))
    assert "UNSURE" in line(text, "date_order")


def test_columns_that_write_dates_otherwise_are_said_to(tmp_path: Path) -> None:
    text, _ = drafted(
        tmp_path,
        ["Crime Number", "Date Recorded", "Date Committed"],
        rows(REFS, ["01/25/2026", "01/13/2026"], ["25/01/2026", "13/01/2026"]),
    )
    assert "UNSURE: columns differ" in line(text, "date_order")


def test_a_title_row_says_up_to_when_the_data_run(tmp_path: Path) -> None:
    _, layout = drafted(
        tmp_path,
        ["Crime Number", "Date Recorded"],
        rows(REFS, ["05/01/2026", "28/01/2026"]),
        above=["OFFICIAL", "Crimes, data to 31/01/2026 23:59"],
    )
    assert layout.data_to.title == r"data to (\d{2}/\d{2}/\d{4}(?: \d{1,2}:\d{2})?)"
