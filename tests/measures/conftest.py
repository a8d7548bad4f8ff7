"""A store from the rows a test gives."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hcdata.store import query
from tests.handmade import build

POPULATION = """district,gss,year,population,source,licence
fenland,E07000010,2021,100000,test,none
fenland,E07000010,2027,999999,test,none
peterborough,E06000031,2021,200000,test,none
"""


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., query.Store]]:
    """Return a function from rows to an open store."""
    population = tmp_path / "population.csv"
    population.write_text(POPULATION, encoding="utf-8")
    opened: list[query.Store] = []

    def open_built(as_at: int | None = None, **rows: Any) -> query.Store:
        folder = build(tmp_path / f"store{len(opened)}", **rows)
        opened.append(query.open(folder, as_at=as_at, population=population))
        return opened[-1]

    yield open_built
    for store in opened:
        store.close()
