"""Supervisors' reviews, loaded: whose they are, when, done or not, and the last of each crime that counts."""

from pathlib import Path

import pytest

from tests.store import store_exports

HEADERS = ["crime_ref", "reviewed", "rank", "review_done"]
# As forces write a rank, and whether a review by one is a supervisor's.
RANKS = {
    "PS": True, "Sgt": True, "Sergeant": True, "T/PS": True, "A/Sgt": True, "PS 1127": True, "Det Sgt": True,
    "D/Sgt": True, "ds": True, "Detective Sergeant": True, "Insp": True, "Det Insp": True, "T/DI": True,
    "Inspector 52": True, "Ch Insp": True, "C/Insp": True, "DCI": True, "Supt": True, "D/Supt": True,
    "Chief Superintendent": True, "PC": False, "DC": False, "Constable": False, "PC 2210": False, "PCSO": False,
    "Police staff": False, "Crime analyst": False, "": False, "N/A": False, "Tbc soon": False,
}  # fmt: skip
# As forces say that a review was done, and what is kept.
DONE = {
    "Y": True, "y": True, "Yes": True, "YES": True, "yes ": True, "True": True, "1": True, "N": False, "n": False,
    "No": False, "NO": False, "False": False, "0": False, "": None, "NULL": None, "N/A": None, "maybe": None,
    "Due": None, "?": None, "see log": None,
}  # fmt: skip
# As a day and a time are written, and the local day; none where the row is rejected, and why.
DAYS = {
    "05/03/2026": "2026-03-05", "05/03/2026 09:30": "2026-03-05", "2026-03-05": "2026-03-05",
    "2026-03-05T23:59:00": "2026-03-05", "5/3/26": "2026-03-05", "05-Mar-2026": "2026-03-05",
    "5 March 2026": "2026-03-05",
    "46086": "2026-03-05", "46086.5": "2026-03-05", "29/03/2026 00:30": "2026-03-29", "29/03/2026 01:30": "2026-03-29",
    "28/03/2026 23:59": "2026-03-28", "25/10/2025 23:59": "2025-10-25", "26/10/2025 01:30": "2025-10-26",
    "26/10/2025 00:10": "2025-10-26", "31/03/2026 23:59": "2026-03-31",
    "": "missing_date", "N/A": "missing_date", "31/02/2026": "unreadable_date", "last week": "unreadable_date",
    "01/01/1900": "placeholder_date", "01/04/2026": "future_date", "2099-01-01": "future_date",
}  # fmt: skip
REJECTED = {"missing_date", "unreadable_date", "placeholder_date", "future_date"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of every value above, each on a crime of its own, from one load."""
    folder = tmp_path_factory.mktemp("reviews")
    good = {"reviewed": "05/03/2026 10:00", "rank": "PS", "review_done": "Y"}
    varied = (
        [("rank", one) for one in RANKS] + [("review_done", one) for one in DONE] + [("reviewed", one) for one in DAYS]
    )
    rows = [{"crime_ref": f"35/{n}/26", **good, field: text} for n, (field, text) in enumerate(varied, 1)]
    rows += [{**good, "crime_ref": ref} for ref in ("", "see log", "Total")]
    # One crime: two supervisors' reviews, a constable's later, one not done later still, and a line sent twice.
    rows += [
        {**good, "crime_ref": "35/900/26", **more}
        for more in (
            {"reviewed": "01/02/2026"},
            {"reviewed": "01/03/2026"},
            {"reviewed": "01/03/2026"},
            {"reviewed": "15/03/2026", "rank": "PC"},
            {"reviewed": "20/03/2026", "review_done": "N"},
        )
    ]
    crimes = [store_exports.crime(ref) for ref in dict.fromkeys(row["crime_ref"] for row in rows) if ref[:3] == "35/"]
    store_exports.load(
        folder / "store",
        store_exports.write(folder / "crime_2026-03-31.csv", store_exports.CRIME_HEADERS, crimes),
        store_exports.write(folder / "review_2026-03-31.csv", HEADERS, rows),
    )
    return folder / "store"


def _of_each(store: Path, start: int, texts: dict[str, object], column: str) -> dict[str, object]:
    found = dict(store_exports.query(store, f"SELECT crime_ref, {column} FROM review_version"))
    return {text: found.get(f"35/{n}/26") for n, text in enumerate(texts, start)}


def test_the_rank_says_whether_a_supervisor_reviewed(store: Path) -> None:
    assert _of_each(store, 1, RANKS, "supervisor") == RANKS


def test_a_review_is_done_not_done_or_not_said(store: Path) -> None:
    assert _of_each(store, 1 + len(RANKS), DONE, "done") == DONE


def test_a_review_has_the_local_day_it_was_made(store: Path) -> None:
    found = _of_each(store, 1 + len(RANKS) + len(DONE), DAYS, "CAST(reviewed_on AS VARCHAR)")
    assert found == {text: None if day in REJECTED else day for text, day in DAYS.items()}


def test_a_time_is_kept_where_there_is_one(store: Path) -> None:
    found = _of_each(store, 1 + len(RANKS) + len(DONE), DAYS, "CAST(reviewed_at AS VARCHAR)")
    assert found["05/03/2026"] is None and found["05/03/2026 09:30"] == "2026-03-05 09:30:00"
    assert found["31/03/2026 23:59"] == "2026-03-31 22:59:00"


def test_every_row_is_a_review_or_rejected_and_says_why(store: Path) -> None:
    (read, accepted, rejected), *others = store_exports.query(
        store, "SELECT rows_read, rows_accepted, rows_rejected FROM load_file WHERE feed = 'review'"
    )
    assert not others and read == accepted + rejected == len(RANKS) + len(DONE) + len(DAYS) + 3 + 5
    expected = [day for day in DAYS.values() if day in REJECTED] + ["missing_reference", "bad_reference", "footer_row"]
    asked = "SELECT reason FROM reject JOIN load_file USING (file_id) WHERE feed = 'review'"
    assert sorted(reason for (reason,) in store_exports.query(store, asked)) == sorted(expected)


def test_the_last_review_is_a_supervisors_that_was_not_left_undone(store: Path) -> None:
    asked = "SELECT CAST(supervisor_review_on AS VARCHAR) FROM crime_fact_version WHERE crime_ref = '35/900/26'"
    assert store_exports.query(store, asked) == [("2026-03-01",)]
    asked = "SELECT count(*) FROM review_version WHERE crime_ref = '35/900/26'"
    assert store_exports.query(store, asked) == [(4,)]


def test_a_later_sheet_brings_the_fact_up_to_date(store: Path, tmp_path: Path) -> None:
    later = store_exports.copy(store, tmp_path / "store")
    row = {"crime_ref": "CRI-35/00900/2026", "reviewed": "02/04/2026", "rank": "DI", "review_done": ""}
    store_exports.load(later, store_exports.write(tmp_path / "review_2026-04-30.csv", HEADERS, [row]))
    asked = "SELECT CAST(supervisor_review_on AS VARCHAR) FROM crime_fact_version WHERE crime_ref = '35/900/26'"
    assert store_exports.query(later, f"{asked} AND to_load IS NULL") == [("2026-04-02",)]
    assert store_exports.query(later, f"{asked} AND to_load IS NOT NULL") == [("2026-03-01",)]
