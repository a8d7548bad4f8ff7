"""A store from the rows a test gives."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from hcdata.common.filters import Filters
from hcdata.store import query
from tests.handmade import build

JUNE = Filters(period="custom", start=date(2026, 6, 1), end=date(2026, 7, 1))
POPULATION = """district,gss,year,population,source,licence
fenland,E07000010,2021,100000,test,none
fenland,E07000010,2027,999999,test,none
peterborough,E06000031,2021,200000,test,none
"""


def crime(day: str, **more: Any) -> dict[str, Any]:
    """One ordinary crime recorded on a day, an hour after its report."""
    return {"recorded_on": day, "recorded_at": f"{day} 09:00:00", "reported_at": f"{day} 08:00:00", **more}


def one(frame: pd.DataFrame) -> Any:
    """Return the only row of a frame."""
    assert len(frame) == 1
    return frame.iloc[0]


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
