"""Dates and times as people and systems write them: one instant in every form; what is ambiguous stays unread."""

from collections.abc import Iterator
from datetime import datetime

import duckdb
import pytest

from hcdata.ingest.define import define_macros
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.values import dates
from tests.ingest import ingest_rows

DAY = """
5 Sept 2026|05-Sept-2026|5 Sept. 2026|05 SEPTEMBER 2026|september 5th, 2026|the 5th of Sept 2026
5TH OF SEPTEMBER, 2026|Sat 5 Sep 2026|Saturday, 5 September 2026|Sat 05/09/2026|Sat. 5 Sept. 2026|5September2026
Sep-05-2026|2026 Sep 5|2026-Sep-05|05.09.2026|05.09.26|05·09·2026|05 09 2026|5. September 2026|05‑09‑2026
05–09–2026|０５/０９/２０２６|05／09／2026|5-9-26|05-SEP-26|05SEP26|05SEP2026|5 Sep '26|05 September, 2026|2026-W36-6
2026W366|2026-248|20260905|05092026|2026/09/05|46270|46,270|46270.0|4.627E+04|'05/09/2026|="05/09/2026"
\u200e05/09/2026|\u200e05\u200e/\u200e09\u200e/\u200e2026\u200f|\ufeff05/09/2026|05\u200b/09/2026
05/09/2026\u3000|\u20665 Sep 2026\u2069|05/09/2026 midnight|Sat\u00a05\u202fSep\u20092026|2026-09-05Z
05/09/2026 (Sat)|5 sept 2026|05/09/2026.|"05/09/2026"|05_09_2026|2026_09_05|05\\09\\2026|#05/09/2026#|“05/09/2026”
`05/09/2026`
20260905.0|5 th September 2026|SAT-05-SEP-2026|Date: 05/09/2026|dated 5 Sept '26|<05/09/2026>|2026-9-5|2026.9.5
5.Sep.2026|05-Sep-26.
05\u00ad/09/2026|05/\t09/2026|'05/09/2026'|Sept 5 '26|5/9/26|05 / 09 / 2026|5 Sept., 2026
"""
TIME = """
05/09/2026, 2:30\u202fPM|05/09/2026 2:30\u202fpm|05/09/2026\u00a014:30|05/09/2026  14:30|05/09/2026 14:30 BST
05/09/2026 14:30hrs|05/09/2026 1430 hrs|05/09/2026 1430hrs|05/09/2026 14.30|05/09/2026 2.30pm
05/09/2026 2:30 p.m.|05/09/2026 2:30 P. M.|05/09/2026 14:30 (BST)|05/09/2026 14:30 +01:00|05/09/2026 14:30+0100
05/09/2026 13:30Z|05/09/2026 13:30 GMT|05/09/2026 13:30 UTC|05/09/2026 14:30 Europe/London
05/09/2026 14:30 UTC+1|05/09/2026 14:30:00 GMT+01:00|2026-09-05 14:30:00 BST|Sat Sep 05 14:30:00 BST 2026
Sat Sep  5 14:30:00 2026|Sat 5 Sep 14:30:00 BST 2026|Sat Sep 05 2026 14:30:00 GMT+0100 (British Summer Time)
2026-09-05T14:30:00+01:00[Europe/London]|2026-09-05T14:30:00.000+0100|05/09/2026 at 14:30|05/09/2026 - 14:30
05/09/2026 14h30|05/09/2026@14:30|05/09/2026; 14:30|14:30 on 05/09/2026|14:30 05/09/2026|1430hrs on 05/09/2026
2.30pm on Saturday 5th September 2026|05-SEP-26 02.30.00.000000 PM|05-SEP-26 02.30.00.000000 PM +01:00
05SEP2026:14:30:00|05SEP26:14:30:00.000|05/Sep/2026:14:30:00 +0100|05/09/2026 14:30:00:000
05/09/2026 14:30:00,000|2026-09-05-14.30.00.000000|2026-09-05 14.30.00|2026-09-05T14:30|20260905143000
202609051430|20260905T143000|20260905T133000Z|/Date(1788615000000)/|/Date(1788615000000+0100)/
46270.604166666664|46270,604166666664|05.09.2026 14:30|05 09 2026 1430|5-Sep-26 14:30|05/09/2026 14:30 hours
05/09/2026T14:30:00|Sat 5th Sept '26 @ 2.30pm|05/09/2026 １４：３０|05-09-2026T14:30:00.000+0100
Sat, 05 Sep 2026 13:30:00 GMT
05/09/2026_14:30|2026-09-05_14:30|Date: 05/09/2026 Time: 14:30|05/09/2026-14:30|05/09/2026 Sat 14:30|05SEP2026 1430
2026.09.05 14h30
1430 hrs on 5 Sept 26|05/09/2026\t14:30|05/09/2026 2:30P|20260905-143000|Sep  5 2026  2:30:00:000PM
"""
# No date, several, a part of one, or a time that is none.
NONE = """
99/99/2026|31/02/2026|29/02/2025|5 Sepptember 2026|Sept 2026|05/09|5 Sept|1687|5727|050926|12345678|1788618600
1788618600000|SW1A 1AA|hello|05/09/2026 14:60|05/09/2026 25:00|05/09/2026 13:30 PM|05/09/20266|5/2026|2026-W54-6
2026-366|PB 123|07700 900123|5 March Street|between 05/09/2026 and 06/09/2026|05/09/2026-06/09/2026
05/09/2026 or 06/09/2026|c. 05/09/2026|202609|2026|4.63E+04|05/09/2026 14:30 IST|05/09/2026 14:30-15:00
05/09/2026 14:30 to 15:00|5 Mon 2026|05/13/2026|tbc|-|0|31/02/26|30/09/31x|29/02/25|31-02-26|35/09/26|99/1/26|31/9/26
5092026|99999
05/13/26|£1,250.00|~05/09/2026|5/6 Sept 2026|05/09/2026 14:30 approx|(01223) 358966|5 Sept 20226|46270-46271
05/09/2026/2|20261305
"""


@pytest.fixture(scope="module")
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        con.execute("SET TimeZone = 'Europe/London'")
        define_macros(con)
        yield con


def _texts(table: str) -> list[str]:
    return [text for line in table.strip().splitlines() for text in line.split("|")]


def _read(con: duckdb.DuckDBPyConnection, texts: list[str], order: str = "dmy") -> dict[str, tuple[datetime, bool]]:
    """Return the local moment of each text, and whether it has a time."""
    own = layouts.read()["generic_crime"].model_copy(update={"date_order": order})
    rows = con.execute(
        "SELECT text, moment(written, $formats), has_time(written) FROM"
        " (SELECT text, written_date(text, $order) AS written FROM (SELECT unnest($texts) AS text))",
        {"formats": dates.formats(own), "order": order, "texts": texts},
    ).fetchall()
    return {text: (moment, timed) for text, moment, timed in rows}


def test_a_day_is_read_however_it_is_written(con: duckdb.DuckDBPyConnection) -> None:
    found = _read(con, _texts(DAY))
    assert {text: read for text, read in found.items() if read != (datetime(2026, 9, 5), False)} == {}


def test_a_time_is_read_however_it_is_written(con: duckdb.DuckDBPyConnection) -> None:
    found = _read(con, _texts(TIME))
    assert {text: read for text, read in found.items() if read != (datetime(2026, 9, 5, 14, 30), True)} == {}


def test_what_is_no_date_or_may_be_several_is_not_read(con: duckdb.DuckDBPyConnection) -> None:
    assert {text: read for text, (read, _) in _read(con, _texts(NONE)).items() if read} == {}


@pytest.mark.parametrize(
    ("order", "text", "day"),
    [
        ("mdy", "Sat 09/05/2026", datetime(2026, 9, 5)),
        ("mdy", "09.05.2026", datetime(2026, 9, 5)),
        ("mdy", "09052026", datetime(2026, 9, 5)),
        ("mdy", "05-SEP-26", datetime(2026, 9, 5)),
        ("month", "202609", datetime(2026, 9, 1)),
        ("month", "Sept-26", datetime(2026, 9, 1)),
        ("month", "09/2026", datetime(2026, 9, 1)),
    ],
)
def test_numbers_stand_in_the_order_of_their_column(
    con: duckdb.DuckDBPyConnection, order: str, text: str, day: datetime
) -> None:
    assert _read(con, [text], order)[text][0] == day


def test_a_day_first_number_in_a_month_first_column_is_no_year(con: duckdb.DuckDBPyConnection) -> None:
    texts = ["25/09/26", "13/05/26", "25-09-26", "25/09/26 14:30", "31.05.26"]
    assert {read for read, _ in _read(con, texts, "mdy").values()} == {None}


def test_a_bare_number_of_days_before_any_register_is_no_date_of_a_record_but_a_birthday() -> None:
    row = {
        "crime_ref": "35/1/26",
        "recorded": "12345",
        "born": "12345",
        "surname": "Teal",
        "sex": "F",
        "person_role": "Victim",
    }
    con = ingest_rows.run("generic_crime", [row, row | {"crime_ref": "35/2/26", "recorded": "05/09/2026"}])
    assert [one["reason"] for one in ingest_rows.typed(con)] == ["unreadable_date", None]
    assert {str(day) for (day,) in con.execute("SELECT born_on FROM identity").fetchall()} == {"1933-10-18"}


def test_midnight_at_the_end_of_a_day_is_the_next_day(con: duckdb.DuckDBPyConnection) -> None:
    texts = ["05/09/2026 24:00", "Sat 5 Sept 2026 24:00:00", "05/09/26 2400hrs"]
    assert set(_read(con, texts).values()) == {(datetime(2026, 9, 6), True)}


def test_every_date_field_reads_them() -> None:
    at = "Sat 5th Sept 2026 at 2.30\u202fpm"
    crime = {"crime_ref": "35/1/26", "recorded": at, "reported": at, "committed": at, "assigned": at}
    crime |= {"outcome": "1", "outcome_date": "5 Sept 2026", "cancelled_date": "05SEP2026"}
    crime |= {"person_role": "Victim", "surname": "Teal", "sex": "F", "born": "3rd Sept '43"}
    con = ingest_rows.run("generic_crime", [crime])
    (row,) = ingest_rows.typed(con)
    assert (row["reason"], row["faults"]) == (None, [])
    assert {str(row[f"{name}_at"]) for name in ("recorded", "reported", "committed", "assigned")} == {
        "2026-09-05 13:30:00"
    }
    assert {str(row["outcome_on"]), str(row["cancelled_on"])} == {"2026-09-05"}
    assert str(con.execute("SELECT born_on FROM identity").fetchall()[0][0]) == "1943-09-03"


@pytest.mark.parametrize(
    ("layout", "given", "column"),
    [
        ("generic_incident", {"incident_ref": "I-1", "recorded": "", "kind": "NCHI"}, "recorded_on"),
        ("generic_outcome", {"crime_ref": "35/1/26", "outcome": "1", "outcome_date": ""}, "outcome_on"),
        ("generic_service", {"crime_ref": "35/1/26", "referred": ""}, "referred_on"),
        ("generic_action", {"action_no": "DP-1", "key_action": "1", "owner": "PS", "due": ""}, "due_on"),
        ("generic_event", {"event_date": "", "name": "Vigil"}, "event_on"),
    ],
)
def test_every_feed_reads_them(layout: str, given: dict[str, str], column: str) -> None:
    given = {name: text or "Saturday 5th Sept 2026" for name, text in given.items()}
    (row,) = ingest_rows.typed(ingest_rows.run(layout, [given]))
    assert (row["reason"], str(row[column])) == (None, "2026-09-05")
