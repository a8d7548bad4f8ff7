"""Addresses nobody meant: each opens the page with what it can do, says what was passed over, and repeats no value."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.common.filters import EARLIEST, LATEST, from_url
from hcdata.ui import filterbar
from tests.pages.conftest import Open

CUSTOM = {"period": "custom"}
HUGE = "Z" * 20_000
# What is asked for, and the names passed over.
ABSURD: tuple[tuple[dict[str, Any], str], ...] = (
    *(({**CUSTOM, "to": day}, "to") for day in ("0001-01-01", "1999-12-31", "2000-01-01", "9999-12-31", "2100-01-02")),
    *(({**CUSTOM, "from": day}, "from") for day in ("0001-01-01", "1999-12-31", "2100-01-01", "9999-12-31")),
    *(({**CUSTOM, "to": day}, "to") for day in ("2026-02-30", "2026-13-01", "0000-00-00", "-2026-01-01", "31/12/2026")),
    *(
        ({**CUSTOM, "to": day}, "to")
        for day in ("2026", "NaN", "1e9", "null", "2026-01-01T00:00:00Z", "\u0662026-01-01")
    ),
    ({**CUSTOM, "from": "2026-06-01", "to": "2026-06-01"}, "from"),
    ({**CUSTOM, "from": "2026-06-02", "to": "2026-06-01"}, "from"),
    ({**CUSTOM, "from": "0001-01-01", "to": "9999-12-31"}, "from"),
    ({"from": "2026-06-01"}, "from"),
    ({"period": "month", "from": "2026-06-01", "to": "2026-07-01"}, "from"),
    (CUSTOM, "period"),
    ({"period": "12M"}, "period"),
    ({"period": "999999999999m"}, "period"),
    ({"period": "-1m"}, "period"),
    ({"period": ["month", "quarter"]}, "period"),
    ({"period": HUGE}, "period"),
    ({"compare": "nobody"}, "compare"),
    ({"compare": ["prior", "year"]}, "compare"),
    ({"kind": "everything"}, "kind"),
    ({"district": "atlantis"}, "district"),
    ({"district": "fenland,atlantis"}, "district"),
    ({"district": ["atlantis", "fenland"]}, "district"),
    ({"district": ",".join(["fenland"] * 5000) + ",x"}, "district"),
    ({"district": "[a](http://127.0.0.9/x)"}, "district"),
    ({"district": "../../etc/passwd"}, "district"),
    ({"strand": "RACE"}, "strand"),
    ({"strand": "race' OR 1=1 --"}, "strand"),
    ({"strand": HUGE}, "strand"),
    *(({"as_at": moment}, "as_at") for moment in ("0", "-1", "999999999", "9" * 300, "0001-01-01", "1.5", "strategic")),
)
HARMLESS: tuple[dict[str, Any], ...] = (
    {**CUSTOM, "from": "2000-01-01"},
    {**CUSTOM, "to": "2000-01-02"},
    {**CUSTOM, "to": "2100-01-01"},
    {**CUSTOM, "from": "2099-12-31"},
    {"as_at": "9999-12-31"},
    {"district": ["fenland", "fenland"]},
    {"district": ","},
    {"nonsense": HUGE},
    {"hour": "9.99"},
    {"hour": ["1.1", "2.2"]},
    {"measure": HUGE, "state": "\x00"},
    {"period": "", "from": "", "to": ""},
)


def test_enough_is_tried() -> None:
    assert len(ABSURD) + len(HARMLESS) >= 40


def test_an_absurd_address_is_passed_over_by_name(open_page: Open, three_crimes: Path) -> None:
    for asked, name in ABSURD:
        page = open_page(three_crimes, "nominals", **asked)
        said = " ".join(one.value for one in page.warning)
        assert not page.exception and not page.error, asked
        assert name in said.rsplit(":", 1)[-1] and not any(str(text) in said for text in asked.values()), asked


def test_a_strange_address_that_says_something_is_answered(open_page: Open, three_crimes: Path) -> None:
    for asked in HARMLESS:
        for path in ("nominals", "cases"):
            page = open_page(three_crimes, path, **asked)
            assert not page.exception and not page.error and not page.warning, asked


@pytest.mark.parametrize("data_to", [None, date(1999, 1, 1), date(2026, 10, 31), date(2200, 1, 1)])
@given(start=st.dates() | st.text(max_size=20), end=st.dates() | st.text(max_size=20))
def test_whatever_days_are_asked_for_the_calendar_has_them(data_to: date | None, start: object, end: object) -> None:
    filters, _ = from_url({"period": "custom", "from": str(start), "to": str(end)})
    held = filterbar._held(filters, data_to)
    assert all(EARLIEST <= held[name] <= LATEST for name in ("from", "to") if name in held)
    assert filters.resolve(date(2026, 10, 31), EARLIEST).start <= filters.resolve(date(2026, 10, 31), EARLIEST).end
