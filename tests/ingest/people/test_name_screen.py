"""An address in the wrong column is known for one however its spaces and dashes are written."""

from pathlib import Path

import pytest

from tests.store import store_exports


@pytest.mark.parametrize(
    ("misplaced", "address"),
    [
        ("Flat B Rose Court", "Flat B Rose Court"),
        ("Flat B  Rose Court", "Flat B  Rose Court"),
        ("FLAT B Rose Court", " Flat B   Rose Court "),
        ("Rose\u2013Court House", "Rose\u2013Court House"),
        ("Rose-Court House", "Rose\u2013Court\u00a0House"),
    ],
)
def test_an_address_among_the_districts_is_counted_and_not_kept(misplaced: str, address: str, tmp_path: Path) -> None:
    rows = [store_exports.crime(f"35/{n}/26", district=misplaced, address=address) for n in range(1, 7)]
    rows += [store_exports.crime(f"36/{n}/26", district="Pigeon Fen") for n in range(1, 7)]
    file = store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, rows)
    store_exports.load(tmp_path / "store", file)
    found = store_exports.query(tmp_path / "store", "SELECT text, rows FROM unmapped ORDER BY text NULLS LAST")
    assert found == [("Pigeon Fen", 6), (None, 6)]
