"""Dates and coordinates as they come: read by the evidence of their column; what cannot be read is kept and counted."""

from pathlib import Path

from tests.gauntlet.gauntlet import HEADERS, Case, Loaded, Refused, parametrize, row, run, text, write

DATES = "SELECT strftime(recorded_on, '%d %b %Y') FROM crime_version WHERE crime_ref LIKE '35/_/26' ORDER BY crime_ref"
TIMES = (
    "SELECT strftime(recorded_at, '%d %b %H:%M') FROM crime_version WHERE crime_ref LIKE '35/_/26' ORDER BY crime_ref"
)
PLACES = "SELECT located, east_km, north_km FROM crime_version WHERE crime_ref LIKE '35/_/26' ORDER BY crime_ref"
REPORTED = [*HEADERS, "reported"]
GRID = [*HEADERS, "easting", "northing"]
DEGREES = [*HEADERS, "latitude", "longitude"]
EARLY = (1, 2, 3, 4, 5, 7)
OUTSIDE = {"coordinates outside": 1}
CONTACTS = """
name = "contacts"
title = "Date and time in columns of their own"
feed = "contact"
match = ["crime_ref", "day", "time", "rank"]
[data_to]
filename = '_(\\d{4}-\\d{2}-\\d{2})\\.'
[fields]
crime_ref = "crime_ref"
contact = { date = "day", time = "time" }
rank = "rank"
"""


def recorded(*texts: str) -> str:
    """An export whose rows differ in their recorded date."""
    return text([HEADERS, *(row(number, recorded=day) for number, day in enumerate(texts, start=1))])


def days(*found: str) -> list[tuple[str, ...]]:
    """Rows of one date or time each."""
    return [(one,) for one in found]


def at(headers: list[str], *pairs: tuple[str, str]) -> str:
    """An export whose rows differ in their coordinates."""
    return text([headers, *([*row(number), *pair] for number, pair in enumerate(pairs, start=1))])


def _times(folder: Path) -> None:
    (folder.parent / "layouts").mkdir()
    (folder.parent / "layouts" / "contacts.toml").write_text(CONTACTS, encoding="utf-8")
    rows = [
        ["35/9001/26", "05/05/2026", time, "PS"]
        for time in ("930", "0930", "9:30", "9.30", "2400", "24:00", "0015", "0.5", "2460", "")
    ]
    write(text([["crime_ref", "day", "time", "rank"], *rows]))(folder)


CASES = [
    Case(
        "day first",
        write(recorded("05/06/2026", "25/06/2026")),
        Loaded(
            2, query=DATES, rows=days("05 Jun 2026", "25 Jun 2026"), says=["dates day first by their values: recorded"]
        ),
    ),
    Case(
        "month first, against the layout",
        write(recorded("06/05/2026", "06/25/2026 10:00")),
        Loaded(
            2,
            query=DATES,
            rows=days("05 Jun 2026", "25 Jun 2026"),
            says=["dates month first by their values, though the layout says day first: recorded"],
        ),
    ),
    Case(
        "true dates whose day and month a spreadsheet exchanged",
        write(recorded(*(f"2026-0{day}-06 00:00" for day in EARLY), *(f"{day}/06/2026" for day in (15, 16, 17)))),
        Loaded(
            9,
            query=DATES,
            rows=days(*(f"{day:02} Jun 2026" for day in (*EARLY, 15, 16, 17))),
            says=["recorded: no true date (6) has a day above 12", "and here they are exchanged back"],
        ),
    ),
    Case(
        "both readings fit",
        write(recorded("05/06/2026", "06/05/2026")),
        Loaded(
            2,
            query=DATES,
            rows=days("05 Jun 2026", "06 May 2026"),
            says=["both readings fit, read day first as the layout says: recorded. Compare a date you know"],
        ),
    ),
    Case(
        "both readings fit one column, another decides",
        write(text([REPORTED, [*row(1, recorded="06/05/2026"), "06/25/2026 09:00"]])),
        Loaded(
            1,
            query=DATES,
            rows=days("05 Jun 2026"),
            says=["month first by their values, though the layout says day first: recorded, reported"],
        ),
    ),
    Case(
        "one column day first, another month first",
        write(text([REPORTED, [*row(1, recorded="25/06/2026"), "06/24/2026 09:00"]])),
        Loaded(
            1,
            query=DATES,
            rows=days("25 Jun 2026"),
            says=[
                "day first by their values: recorded",
                "month first by their values, though the layout says day first: reported",
            ],
        ),
    ),
    Case(
        "both orders in one column",
        write(recorded("25/06/2026", "26/06/2026", "06/27/2026")),
        Loaded(3, {"unreadable_date": 1}, says=["1 values fit only the other order"]),
    ),
    Case(
        "ISO",
        write(recorded("2026-06-05", "2026-06-05 10:15", "2026-06-05T10:15:00")),
        Loaded(3, query=DATES, rows=days(*["05 Jun 2026"] * 3)),
    ),
    Case(
        "ISO, day first, serial and words in one column",
        write(recorded("2026-06-05", "25/06/2026", "46178", "5 Jun 2026", "soon")),
        Loaded(5, {"unreadable_date": 1}),
    ),
    Case(
        "parts of a second",
        write(recorded("2026-06-05 10:15:00.000")),
        Loaded(1, query=TIMES, rows=days("05 Jun 09:15")),
    ),
    Case(
        "offsets and Z",
        write(recorded("2026-06-05T10:15:00Z", "2026-06-05T10:15:00+02:00", "2026-06-05T10:15:00+0100")),
        Loaded(3, query=TIMES, rows=days("05 Jun 10:15", "05 Jun 08:15", "05 Jun 09:15")),
    ),
    Case(
        "years of two digits",
        write(recorded("05/06/26", "25/06/26 10:00")),
        Loaded(2, query=DATES, rows=days("05 Jun 2026", "25 Jun 2026")),
    ),
    Case(
        "a year nobody meant",
        write(recorded("25/06/0202", "25/06/20266", "25/06/9999")),
        Loaded(3, {"unreadable_date": 2, "future_date": 1}),
    ),
    Case(
        "days that are not",
        write(recorded("31/02/2026", "00/01/2026", "32/01/2026", "29/02/2025")),
        Loaded(4, {"unreadable_date": 4}),
    ),
    Case(
        "placeholders",
        write(recorded("01/01/1900", "1900-01-01 00:00:00", "1")),
        Loaded(3, {"placeholder_date": 2, "unreadable_date": 1}),
    ),
    Case(
        "a placeholder in another date",
        write(text([REPORTED, [*row(1), "01/01/1900 00:00"]])),
        Loaded(1, faults={"reported placeholder": 1}),
    ),
    Case(
        "the hour that happens twice",
        write(recorded("25/10/2026 01:30", "25/10/2026 00:59")),
        Loaded(2, query=TIMES, rows=days("25 Oct 01:30", "24 Oct 23:59")),
    ),
    Case(
        "the hour that never happens",
        write(recorded("29/03/2026 01:30")),
        Loaded(1, query=TIMES, rows=days("29 Mar 01:30")),
    ),
    Case("after the data-to date", write(recorded("25/06/2027")), Loaded(1, {"future_date": 1})),
    Case(
        "time in a column of its own",
        _times,
        Loaded(
            10,
            {"missing_contact_time": 2},
            records=4,
            query="SELECT strftime(contact_at, '%d %H:%M') FROM victim_contact_version ORDER BY 1",
            rows=days("04 23:15", "05 08:30", "05 11:00", "05 23:00"),
        ),
    ),
    Case(
        "midnight as the hour 24",
        write(recorded("25/06/2026 24:00", "2026-06-25 24:00:00", "25/06/2026 24:01")),
        Loaded(3, {"unreadable_date": 1}, query=DATES, rows=days("26 Jun 2026", "26 Jun 2026")),
    ),
    Case(
        "times written in other ways",
        write(recorded("25/06/2026 10.15", "25/06/2026 1015", "25/06/2026T10:15", "25/06/2026 10:15:00.123")),
        Loaded(4, query=TIMES, rows=days(*["25 Jun 09:15"] * 4)),
    ),
    Case(
        "first days of other calendars",
        write(recorded("01/01/0001", "0001-01-01", "01/01/1753 00:00", "31/12/1899", "30/12/1899 00:00")),
        Loaded(5, {"placeholder_date": 5}),
    ),
    Case(
        "year first without dashes",
        write(recorded("2026/06/05", "20260605", "2026/06/05 10:15")),
        Loaded(3, query=DATES, rows=days(*["05 Jun 2026"] * 3)),
    ),
    Case(
        "an offset after a day-first date",
        write(recorded("25/06/2026 10:15 +02:00")),
        Loaded(1, query=TIMES, rows=days("25 Jun 08:15")),
    ),
    Case(
        "no word of up to when",
        write(recorded("99/99/9999"), "crime.csv"),
        Refused("nothing says up to when its data run"),
    ),
    Case(
        "a data-to date that is none",
        write("Data to 99/99/2026\n" + recorded("25/06/2026")),
        Refused("its data-to date cannot be read"),
    ),
    Case(
        "a data-to date in the title",
        write("Data to 30/06/2026 23:59\n" + recorded("25/06/2026", "01/07/2026"), "crime.csv"),
        Loaded(2, {"future_date": 1}),
    ),
    Case("grid reference", write(at(GRID, ("545000", "258500"))), Loaded(1, query=PLACES, rows=[("square", 545, 258)])),
    Case(
        "grid reference with decimals and signs",
        write(at(GRID, ("545000.75", "+258500"))),
        Loaded(1, query=PLACES, rows=[("square", 545, 258)]),
    ),
    Case("degrees", write(at(DEGREES, ("52.2053", "0.1218"))), Loaded(1, query=PLACES, rows=[("square", 545, 258)])),
    Case(
        "degrees in the columns of metres",
        write(at(GRID, ("0.1218", "52.2053"))),
        Loaded(1, faults={"coordinates other_units": 1}, query=PLACES, rows=[("other_units", None, None)]),
    ),
    Case("feet", write(at(GRID, ("1788058", "848097"))), Loaded(1, faults={"coordinates other_units": 1})),
    Case("nought", write(at(GRID, ("0", "0"), ("0.0", "0"))), Loaded(2, faults={"coordinates zero": 2})),
    Case("nought in degrees", write(at(DEGREES, ("0", "0"))), Loaded(1, faults={"coordinates zero": 1})),
    Case("swapped", write(at(GRID, ("258500", "545000"))), Loaded(1, faults={"coordinates swapped": 1})),
    Case("swapped degrees", write(at(DEGREES, ("0.1218", "52.2053"))), Loaded(1, faults={"coordinates swapped": 1})),
    Case("a sign turned", write(at(GRID, ("-545000", "258500"))), Loaded(1, faults={"coordinates sign_flipped": 1})),
    Case(
        "a sign turned in degrees",
        write(at(DEGREES, ("52.2053", "-0.9"), ("-52.2053", "0.1218"))),
        Loaded(2, faults={"coordinates sign_flipped": 1} | OUTSIDE),
    ),
    Case("kilometres", write(at(GRID, ("545", "258.5"))), Loaded(1, faults=OUTSIDE)),
    Case("feet in the columns of degrees", write(at(DEGREES, ("848097", "1788058"))), Loaded(1, faults=OUTSIDE)),
    Case("metres in the columns of degrees", write(at(DEGREES, ("258500", "545000"))), Loaded(1, faults=OUTSIDE)),
    Case("outside the force", write(at(GRID, ("325000", "673000"))), Loaded(1, faults=OUTSIDE)),
    Case("beyond this world", write(at(GRID, ("1e999", "nan"))), Loaded(1, faults=OUTSIDE)),
    Case(
        "words and half a pair",
        write(at(GRID, ("here", "there"), ("545000", ""))),
        Loaded(2, faults={"coordinates unreadable": 2}),
    ),
    Case(
        "half a pair in degrees",
        write(at(DEGREES, ("52.2", ""), ("N", "E"))),
        Loaded(2, faults={"coordinates unreadable": 2}),
    ),
    Case("none", write(at(GRID, ("", ""))), Loaded(1, query=PLACES, rows=[("not_recorded", None, None)])),
]


@parametrize(CASES)
def test_date_or_place_ends_as_expected(case: Case, tmp_path: Path, small_store: Path) -> None:
    run(case, tmp_path, small_store)
