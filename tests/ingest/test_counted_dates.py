"""Columns that count seconds or milliseconds from 1970 are read as the instants they are; nothing else is."""

from pathlib import Path

import pytest

from tests.store.store_exports import crime, load, query, write

# A column's values, and the instants (UTC) or days they are read as.
COUNTS: dict[str, tuple[list[str], list[str]]] = {
    "seconds": (["1767607200", "1783245600"], ["2026-01-05 10:00:00", "2026-07-05 10:00:00"]),
    "milliseconds": (["1767607200000", "1783245600123"], ["2026-01-05 10:00:00", "2026-07-05 10:00:00"]),
    "with a point": (["1767607200.0", "1783245600.00"], ["2026-01-05 10:00:00", "2026-07-05 10:00:00"]),
    "spaces": ([" 1767607200 ", "1783245600\u00a0"], ["2026-01-05 10:00:00", "2026-07-05 10:00:00"]),
    "whole days": (["1767571200", "1783209600"], ["2026-01-05", "2026-07-05"]),
    "whole days in milliseconds": (["1767571200000", "1783209600000"], ["2026-01-05", "2026-07-05"]),
    "blanks between": (["1767607200", "", "1783245600"], ["2026-01-05 10:00:00", "2026-07-05 10:00:00"]),
    "nought is no date": (["0", "1783245600"], ["2026-07-05 10:00:00"]),
    "both": (["1767607200", "1783245600000"], ["2026-01-05 10:00:00", "2026-07-05 10:00:00"]),
    "a date among them": (["1767607200", "05/07/2026"], ["2026-07-05"]),
    "days and times": (["1501261030", "1605260915"], []),
    "eleven figures": (["17676072000", "17832456000"], []),
    "before 1990": (["100000000", "200000000"], []),
    "telephone": (["01223000111", "01223000222"], []),
    "a fraction": (["1767607200.5", "1783245600.5"], []),
    "negative": (["-1767607200", "-1783245600"], []),
    "after 2100": (["4733980800", "5733980800"], []),
    "workbook days": (["46027", "46208"], ["2026-01-05", "2026-07-05"]),
    "days in digits": (["20260105", "20260705"], ["2026-01-05", "2026-07-05"]),
    "times in digits": (["202601051000", "202607051100"], ["2026-01-05 10:00:00", "2026-07-05 10:00:00"]),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("counted")
    for number, (texts, _) in enumerate(COUNTS.values(), 10):
        rows = [crime(f"35/{number}{n}/26", text) for n, text in enumerate(texts)]
        write(folder / f"in/crimes{number}_2026-09-30.csv", ["crime_ref", "recorded", "district", "strands"], rows)
    load(folder / "store", folder / "in")
    return folder / "store"


def test_a_column_of_counts_is_read_and_no_other(store: Path) -> None:
    found: dict[str, list[str]] = {name: [] for name in COUNTS}
    read = "SELECT crime_ref, coalesce(CAST(recorded_at AS VARCHAR), CAST(recorded_on AS VARCHAR)) FROM crime_version"
    for ref, text in query(store, f"{read} ORDER BY crime_ref"):
        found[list(COUNTS)[int(ref[3:5]) - 10]].append(text)
    assert found == {name: right for name, (_, right) in COUNTS.items()}


def test_the_receipt_says_how_they_were_read(tmp_path: Path) -> None:
    rows = [crime("35/1/26", "1767607200", reported="1767600000000"), crime("35/2/26", "1767607800")]
    headers = ["crime_ref", "recorded", "reported", "district", "strands"]
    receipt = load(tmp_path / "store", write(tmp_path / "crimes_2026-01-31.csv", headers, rows))
    assert "in seconds or milliseconds from 1970 in UTC: recorded, reported" in "\n".join(receipt.lines())
    found = query(
        tmp_path / "store", "SELECT recorded_at - reported_at FROM crime_version WHERE reported_at IS NOT NULL"
    )
    assert [str(hours) for (hours,) in found] == ["2:00:00"]
