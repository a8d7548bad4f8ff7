"""A date that could not be read is said by its shape and the marks in it, and never by a word that may be a name."""

from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.common import config as configuration
from hcdata.ingest import stages
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.values.unread_dates import shape
from tests.ingest.ingest_rows import RowsGrid

NAME = "Zinnobergriff"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("99/99/2026 10:00", "99/99/9999 99:99, no day of the calendar"),
        ("31/02/2026", "99/99/9999, no day of the calendar"),
        ("2026-02-30", "9999-99-99, no day of the calendar"),
        ("05/13/2026", "99/99/9999"),
        ("28/02/2026 25:00", "99/99/9999 99:99"),
        ("5 Sepptember 2026", "9 (letters) 9999"),
        ("05/09/2026 2:61\u202fPM", "99/99/9999 9:99(U+202F)PM"),
        ("5 Sept", "9 Sept"),
        (f"{NAME} 05/09/2026", "(letters) 99/99/9999"),
        ("tbc", "in words"),
        (NAME, "in words"),
        ("05/09/2026 to 06/09/2026", "99/99/9999 to 99/99/9999"),
        ("5 März 2026", "9 (letters) 9999"),
        ("\u0665/9/2026", "(U+0665)/9/9999"),
        ("1" * 90, "9" * 40),
        ("0A\u00be", "9(letters)(U+00BE)"),
        ("1 \u2167 2026", "9 (U+2167) 9999"),
    ],
)
def test_the_shape_of_a_text(text: str, shown: str) -> None:
    assert shape(text) == shown


@given(st.text())
def test_any_text_has_a_shape_of_few_letters(text: str) -> None:
    assert len(shape(text).removesuffix(", no day of the calendar")) <= 40


def test_each_column_says_how_many_were_not_read() -> None:
    headers = ["crime_ref", "recorded", "reported", "born"]
    texts = ["25/09/2026|5 Sepptember 2026|", f"99/99/2026|tbc|3 {NAME} 1990", "Sat 5 Sept 2026|6 Sepptember 2026|"]
    rows = [headers, *([f"35/{number}/26", *text.split("|")] for number, text in enumerate(texts, start=1))]
    grid = RowsGrid(Path("rows.csv"), None, "0", rows[:40], rows)
    with duckdb.connect() as con:
        stages.prepare(con, configuration.load())
        item = stages.read_raw(con, Recognised(grid, layouts.read()["generic_crime"], 0), 0, None)
    assert item.unread == (
        "not read: recorded 1, written 99/99/9999, no day of the calendar (1)",
        "not read: reported 3, written 9 (letters) 9999 (2), in words (1)",
        "not read: born 1, written 9 (letters) 9999 (1)",
    )


# In a column all of whose other dates are written as most are.
NO_DAY = (
    *("31/02/2026", "30/02/2026", "31/04/2026", "31/06/2026", "31/9/2026", "31/11/2026", "32/01/2026", "00/01/2026"),
    *("15/00/2026", "15/32/2026", "29/02/2026", "29/02/2025 10:00", "2026-02-30", "2026-13-01", "2026-00-10"),
    *("2026-04-31", "2026-01-32", "2026-11-31T10:00:00", "31-04-2026", "45/45/2026", "31 Feb 2026", "31-Apr-26"),
    *("02/31/2026", "0/5/2026"),
)
A_DAY = (
    *(
        "29/02/2024",
        "29/02/2028 10:00",
        "28/02/2026",
        "31/01/2026",
        "30/04/2026",
        "2024-02-29",
        "29/02/24",
        "1/12/2026",
    ),
    *("31/12/2026", "10/10/2010", "30/11/2026", "30-Nov-26", "2026-10-31", "29 Feb 2024", "31 Jan 2026", "20/02/2026"),
)


def test_a_day_that_is_in_no_calendar_makes_its_column_one_to_speak_of() -> None:
    with duckdb.connect() as con:
        stages.prepare(con, configuration.load())
        found = {text: con.execute("SELECT is_no_day($x)", {"x": text}).fetchall()[0][0] for text in (*NO_DAY, *A_DAY)}
    assert found == dict.fromkeys(NO_DAY, True) | dict.fromkeys(A_DAY, False)
