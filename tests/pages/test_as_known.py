"""Every page as known at an earlier moment: it says so, and what came later is not on it."""

import pytest

from tests.conftest import Demonstration
from tests.pages.conftest import Open
from tests.pages.test_address import address, facts, figures

PATHS = ("", "trends", "locations", "nominals", "district-fenland", "action-support", "cases", "quality")


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_shown_as_known_on_a_day(path: str, open_page: Open, small_demonstration: Demonstration) -> None:
    page = open_page(small_demonstration.store, path, period="12m", as_at="2026-08-20")
    assert not page.exception and not page.error and not page.warning
    assert "**as known on 20 Aug 2026 (load " in facts(page) and "data to 31 Jul 2026" in facts(page)
    assert address(page)["as_at"] == "2026-08-20"


def test_a_moment_chosen_from_the_list_stays_in_the_address(
    open_page: Open, small_demonstration: Demonstration
) -> None:
    page = open_page(small_demonstration.store)
    now = figures(page)
    page.selectbox(key="as_at").set_value("2026-08-13").run()
    assert "as known at the strategic meeting of 13 Aug 2026" in facts(page)
    assert address(page)["as_at"] == "2026-08-13" and figures(page) != now
    page.selectbox(key="as_at").set_value("").run()
    assert "as_at" not in address(page) and figures(page) == now
