"""Questions put to stores of rows a test gives."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from hcdata.common.access import LOCAL, Scope
from hcdata.common.filters import Filters
from hcdata.stats.periods import add_months
from hcdata.store.query import Store
from hcdata.views.context import Context
from hcdata.views.performance import ask
from tests.measures.conftest import make  # noqa: F401 (a fixture)

YEAR = Filters("12m")


def crime(day: str, **more: Any) -> dict[str, Any]:
    """One ordinary crime recorded on a day, an hour after its report."""
    return {"recorded_on": day, "recorded_at": f"{day} 09:00:00", "reported_at": f"{day} 08:00:00", **more}


def monthly(first: date, counts: list[int], **more: Any) -> list[dict[str, Any]]:
    """So many ordinary crimes in each month from the first on."""
    starts = [add_months(first, step) for step in range(len(counts))]
    return [
        crime(f"{start:%Y-%m}-{1 + n % 28:02d}", **more)
        for start, count in zip(starts, counts, strict=True)
        for n in range(count)
    ]


@pytest.fixture
def put() -> Callable[..., Context]:
    """Return a function that puts a question to a store."""

    def context(store: Store, filters: Filters = YEAR, scope: Scope = LOCAL) -> Context:
        return ask(store, filters, scope)

    return context
