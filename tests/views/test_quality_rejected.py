"""Who may have rejected rows with their own text."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from hcdata.common.access import LOCAL, Scope
from hcdata.common.filters import Filters
from hcdata.schema.reject_reasons import REASONS
from hcdata.store import query
from hcdata.views.context import Context
from hcdata.views.quality import rejected_rows, rejected_texts
from tests.conftest import Demonstration

ALLOWED = replace(LOCAL, people=True)
OF_ONE_DISTRICT = Scope(("fenland",), None, True, "internal")


@pytest.fixture(scope="module")
def store(small_demonstration: Demonstration):
    """The demonstration, opened."""
    with query.open(small_demonstration.store) as opened:
        yield opened


def test_every_rejected_row_has_its_text_for_those_allowed(store, put: Callable[..., Context]) -> None:
    context = put(store, Filters("12m"), ALLOWED)
    found = rejected_texts(context)
    listed = rejected_rows(context)
    places = {tuple(row) for rows in found.values() for row in rows[["file", "row_no", "reason", "do"]].to_numpy()}
    assert places == {tuple(row) for row in listed[["file", "row_no", "reason", "do"]].to_numpy()}
    assert listed["do"].isin(REASONS.values()).all()
    assert all(
        rows.drop(columns=["file", "sheet", "row_no", "reason", "do"]).notna().any().any() for rows in found.values()
    )


@pytest.mark.parametrize("scope", [LOCAL, OF_ONE_DISTRICT])
def test_nobody_else_has_any_text(scope: Scope, store, put: Callable[..., Context]) -> None:
    assert rejected_texts(put(store, Filters("12m"), scope)) == {}
