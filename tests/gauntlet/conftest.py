"""The small store every case starts from."""

from pathlib import Path

import pytest

from tests.store import store_exports


@pytest.fixture(scope="session")
def small_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two crimes, never written again."""
    place = tmp_path_factory.mktemp("small")
    rows = [store_exports.crime("35/9001/26"), store_exports.crime("35/9002/26")]
    file = store_exports.write(place / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, rows)
    store_exports.load(place / "store", file)
    return place / "store"
