"""The same workbook in four formats ends the same way: dates, hidden sheets, merged cells, formulas and errors."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from tests.gauntlet import made_workbooks as made
from tests.gauntlet.gauntlet import HEADERS, NAME, Case, Loaded, Refused, parametrize, row, rows, run
from tests.gauntlet.made_sheets import Book

MORNING = datetime(2026, 5, 5, 10, 15)
FOUND = (
    "SELECT strftime(recorded_on, '%d %b %Y'), district FROM crime_version"
    " WHERE crime_ref LIKE '35/_/26' ORDER BY crime_ref"
)
INSTANTS = "SELECT strftime(recorded_at, '%d %b %H:%M:%S') FROM crime_version WHERE crime_ref LIKE '35/_/26'"
HUNTS = [(f"{day:02} May 2026", "huntingdonshire") for day in (2, 3, 4)]
TWO_ROWS = [
    ["crime_ref", "recorded", "where", ""],
    ["", "", "district", "address"],
    ["35/1/26", "02/05/2026", "Hunts", "x"],
]
FILLED = "2 cells merged with one above take its value"


def _of(form: str, book: Book) -> Callable[[Path], object]:
    return lambda folder: made.in_format(form, folder / f"{NAME}.{form}", book)


def _instants(since_1904: bool) -> Book:
    """A book whose rows all show 5 May 2026 10:00:00, as dates and as numbers, none of them that to the millisecond."""
    epoch = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)
    moments = [datetime(2026, 5, 5, 10) + timedelta(milliseconds=part) for part in (-6, 3, 288)]
    numbers = [(moment - epoch) / timedelta(days=1) for moment in moments]
    cells = enumerate((*moments, *numbers), start=1)
    return Book({"A": [HEADERS, *([f"35/{n}/26", cell, "Hunts"] for n, cell in cells)]}, since_1904=since_1904)


def _cases(form: str) -> Iterator[Case]:
    dates = [HEADERS, ["35/1/26", MORNING, "Hunts"], ["35/2/26", 46145.5, "Hunts"], ["35/3/26", "46146", "Hunts"]]
    may = [(day, "huntingdonshire") for day in ("05 May 2026", "03 May 2026", "04 May 2026")]
    yield Case(f"{form}: dates and serial days", _of(form, Book({"A": dates})), Loaded(3, query=FOUND, rows=may))
    yield Case(
        f"{form}: dates since 1904",
        _of(form, Book({"A": dates[:2]}, since_1904=True)),
        Loaded(1, query=FOUND, rows=may[:1], says=[] if form == "ods" else ["its days are counted from 1904"]),
    )
    for since_1904 in (False, True) if form != "ods" else (False,):
        yield Case(
            f"{form}: a date cell and a number are one instant, days from {1904 if since_1904 else 1900}",
            _of(form, _instants(since_1904)),
            Loaded(6, query=INSTANTS, rows=[("05 May 09:00:00",)] * 6),
        )
    yield Case(
        f"{form}: hidden sheets are listed",
        _of(
            form,
            Book({"A": rows(3), "Old": [HEADERS, row(7)], "Odd": [HEADERS, row(8)]}, ["Old"], very_hidden=["Odd"]),
        ),
        Loaded(3, says=["[Old]: hidden sheet, not read", "[Odd]: hidden sheet, not read"]),
    )
    yield Case(
        f"{form}: nothing but hidden sheets",
        _of(form, Book({"A": [["see over"]], "Old": rows(2)}, hidden=["Old"])),
        Refused("[Old]: hidden sheet, not read"),
    )
    yield Case(
        f"{form}: a district merged over its rows",
        _of(form, Book({"A": [HEADERS, row(1), row(2, district=""), row(3, district="")]}, merged=[(1, 2, 3, 2)])),
        Loaded(3, query=FOUND, rows=HUNTS, says=[FILLED]),
    )
    below = [["OFFICIAL"], [], ["", *HEADERS], *(["", *row(n, district="Hunts" if n == 1 else "")] for n in (1, 2, 3))]
    yield Case(
        f"{form}: a district merged over its rows, not in the first column and row",
        _of(form, Book({"A": below}, merged=[(0, 0, 0, 5), (3, 3, 5, 3)])),
        Loaded(3, query=FOUND, rows=HUNTS, says=[FILLED]),
    )
    yield Case(
        f"{form}: merged headers over two rows",
        _of(form, Book({"A": TWO_ROWS}, merged=[(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)])),
        Loaded(1, query=FOUND, rows=HUNTS[:1], says=[FILLED]),
    )
    yield Case(
        f"{form}: several sheets and the same crime on two",
        _of(form, Book({"A": rows(2), "B": [HEADERS, row(2), row(3)], "C": []})),
        Loaded(4, query=FOUND, rows=HUNTS, says=["[C]: not read, it is empty"]),
    )
    yield Case(
        f"{form}: title, empty rows and totals",
        _of(form, Book({"A": [["OFFICIAL"], [], *rows(3), ["Total", 3], ["Hunts total", "", "", 3]]})),
        Loaded(5, {"footer_row": 2}, query=FOUND, rows=HUNTS),
    )


CASES = [
    *(case for form in made.FORMATS for case in _cases(form)),
    *(
        Case(
            f"{form}: formulas never calculated",
            _of(form, Book({"A": [HEADERS, ["35/1/26", "02/05/2026", '="Hunts"']]})),
            Loaded(
                1, query=FOUND, rows=[("02 May 2026", "not_recorded")], says=["1 formulas without a calculated value"]
            ),
        )
        for form in ("xlsx", "ods")
    ),
    Case("an ODS with a password", lambda folder: made.locked_ods(folder / f"{NAME}.ods"), Refused("by a password")),
]


@parametrize(CASES)
def test_every_format_ends_the_same_way(case: Case, tmp_path: Path, small_store: Path) -> None:
    run(case, tmp_path, small_store)
