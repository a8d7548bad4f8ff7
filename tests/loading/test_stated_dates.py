"""One column is not two dates, and a file's name may say up to when its data run."""

from pathlib import Path

import pytest

from tests.store import store_exports

CRIME = """
name = "own"
title = "Own"
feed = "crime"
match = ["Ref"]
[reference]
pattern = '\\S.*'
to = '\\0'
"""
FIELDS = '[fields]\ncrime_ref = "Ref"\nrecorded = "Date"\n'


def keep(folder: Path, text: str) -> Path:
    """Keep a layout beside a store; return the store."""
    (folder / "layouts").mkdir(exist_ok=True)
    (folder / "layouts" / "own.toml").write_text(text, encoding="utf-8")
    return folder / "store"


@pytest.mark.parametrize(
    "reported",
    ['"Date"', '" date "', '{ date = "Date", time = "Time" }'],
)
def test_one_column_is_one_date_and_the_receipt_says_so(reported: str, tmp_path: Path) -> None:
    store = keep(tmp_path, CRIME + FIELDS + f'reported = {reported}\ncommitted = "Date"\nassigned = "Given"\n')
    file = tmp_path / "own.csv"
    file.write_text(
        "Ref,Date,Time,Given\n1,2026-09-01 10:00,10:00,2026-09-02 09:00\n2,2026-09-12,11:00,\n", encoding="utf-8"
    )
    receipt = store_exports.load(store, file)
    said = "\n".join(receipt.lines())
    for field in ("reported", "committed"):
        assert f"of {field} are not recorded: the layout reads recorded from the same column" in said
    kept = "SELECT count(recorded_on), count(reported_at), count(committed_on), count(assigned_at) FROM crime_version"
    assert store_exports.query(store, kept) == [(2, 0, 0, 1)]


def test_a_date_in_the_name_tells_the_later_of_two_extracts(tmp_path: Path) -> None:
    body = CRIME.replace("[reference]", "[data_to]\nfilename = '(?:^|\\D)(\\d{8})(?:\\D|$)'\n[reference]")
    store = keep(tmp_path, body + FIELDS + '[[strands]]\ncolumn = "Bias"\n')
    for name, rows in (
        ("events_20260712.csv", ["E1,2026-06-20,Religion", "E2,2026-06-25,Race", "E3,2026-07-06,Race"]),
        ("events_20260719.csv", ["E1,2026-06-20,Race", "E2,2026-06-25,Race", "E6,2026-06-23,Race"]),
    ):
        (tmp_path / name).write_text("\n".join(["Ref,Date,Bias", *rows]) + "\n", encoding="utf-8")
        receipt = store_exports.load(store, tmp_path / name, full=True)
        assert receipt.files[0].data_to == f"{name[13:15]} Jul 2026"
    kept = "SELECT crime_ref, strands[1], strftime(seen, '%d') FROM crime_version WHERE to_load IS NULL ORDER BY 1"
    seen = [("E1", "race", "19"), ("E2", "race", "19"), ("E3", "race", "12"), ("E6", "race", "19")]
    assert store_exports.query(store, kept) == seen
