"""Sheets of reviews and of audits as they come: two sheets, titles and totals, hidden ones, names where none belong."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tests.gauntlet import made_workbooks as made
from tests.gauntlet.gauntlet import CANARY, Case, Loaded, parametrize, run, text, write

REVIEWS, AUDITS = ["crime_ref", "reviewed", "rank", "review_done"], ["crime_ref", "audited", "flag_right"]
DAYS = "SELECT strftime(reviewed_on, '%d %b') || ' ' || rank FROM review_version ORDER BY 1"
FOUND = "SELECT crime_ref, flag_right FROM flag_audit_version ORDER BY crime_ref"


def _review(number: int, day: object = "05/05/2026 10:00", rank: str = "PS", done: str = "Y") -> list[object]:
    return [f"35/{number}/26", day, rank, done]


def _book(feed: str, sheets: dict[str, list[list[object]]], **ways: list[str]) -> Callable[[Path], object]:
    return lambda folder: made.xlsx(folder / f"{feed}_2026-12-31.xlsx", sheets, **ways)


CASES = [
    Case(
        "uniform and detectives on a sheet each",
        _book(
            "review",
            {
                "Uniform": [["OFFICIAL"], [], REVIEWS, _review(1), _review(2, rank="Insp"), ["Total", 2]],
                "CID": [REVIEWS, _review(3, datetime(2026, 5, 9), "D/Sgt", ""), _review(1, rank="DI", done="N")],
            },
        ),
        Loaded(5, {"footer_row": 1}, query=DAYS, rows=[(one,) for one in (
            "05 May inspector", "05 May inspector", "05 May sergeant", "09 May sergeant"
        )]),
    ),
    Case(
        "one review on both sheets",
        _book("review", {"Uniform": [REVIEWS, _review(1)], "CID": [REVIEWS, _review(1)]}),
        Loaded(2, records=2, query="SELECT count(*) FROM review_version", rows=[(1,)]),
    ),
    Case(
        "a hidden sheet of reviews is not read",
        _book("review", {"Uniform": [REVIEWS, _review(1)], "Old": [REVIEWS, _review(2)]}, hidden=["Old"]),
        Loaded(1),
    ),
    Case(
        "a name where the rank belongs",
        write(text([REVIEWS, *[list(map(str, _review(n, rank=CANARY))) for n in (1, 2)]]), "review_2026-12-31.csv"),
        Loaded(2, faults={"rank unmapped": 2}, query="SELECT DISTINCT supervisor FROM review_version", rows=[(False,)]),
    ),
    Case(
        "notes where yes or no belongs",
        write(text([REVIEWS, ["35/1/26", "05/05/2026", "PS", CANARY]]), "review_2026-12-31.csv"),
        Loaded(1, faults={"review_done unmapped": 1}, query="SELECT done FROM review_version", rows=[(None,)]),
    ),
    Case(
        "reviews with no day, a day to come and no crime",
        write(
            text([REVIEWS, ["35/1/26", "", "PS", "N"], ["35/2/26", "01/02/27", "PS", ""], ["", "05/05/26", "PS", ""]]),
            "review_2026-12-31.csv",
        ),
        Loaded(3, {"missing_date": 1, "future_date": 1, "missing_reference": 1}),
    ),
    Case(
        "a column of reviews cut off",
        write(
            text([REVIEWS, ["35/1/26", "05/05/2026", "PS"], ["35/2/26", "05/05/2026", "PS", "Y"]]),
            "review_2026-12-31.csv",
        ),
        Loaded(2, {"wrong_cell_count": 1}),
    ),
    Case(
        "an audit behind a sheet on its method",
        _book(
            "audit",
            {
                "Method": [["Drawn at random"], ["By the registrar"]],
                "Sample": [
                    *(["Audit"], AUDITS, ["35/1/26", datetime(2026, 9, 28), "Correct"]),
                    *(["35/2/26", "28/09/2026", "Fail"], ["35/3/26", "28/09/2026", ""], ["Total", 3]),
                ],
            },
        ),
        Loaded(4, {"footer_row": 1}, query=FOUND, rows=[("35/1/26", True), ("35/2/26", False), ("35/3/26", None)]),
    ),
    Case(
        "a finding that tells a story",
        write(
            text([AUDITS, ["35/1/26", "28/09/2026", CANARY], ["35/2/26", "28/09/2026", "Y"]]), "audit_2026-12-31.csv"
        ),
        Loaded(2, faults={"flag_right unmapped": 1}, query=FOUND, rows=[("35/1/26", None), ("35/2/26", True)]),
    ),
    Case(
        "an audit of a crime nobody has loaded",
        write(text([AUDITS, ["35/99999/26", "28/09/2026", "Y"]]), "audit_2026-12-31.csv"),
        Loaded(1),
    ),
]  # fmt: skip


@parametrize(CASES)
def test_a_sheet_ends_as_expected(case: Case, tmp_path: Path, small_store: Path) -> None:
    run(case, tmp_path, small_store)
