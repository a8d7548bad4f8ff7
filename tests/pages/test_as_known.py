"""Every page as known at an earlier moment: it says so, and what came later is not on it."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from hcdata.common import config as configuration
from hcdata.loading import run as loading
from tests.conftest import Demonstration
from tests.pages.conftest import Open, elements
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


@pytest.fixture(scope="module")
def one_month_before(small_demonstration: Demonstration, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's store as it was before its last extract was loaded."""
    extracts = sorted(place for place in small_demonstration.exports.iterdir() if place.is_dir())
    store = tmp_path_factory.mktemp("before") / "store"
    loading.load(extracts[:-1], store, configuration.load())
    return store


def _shown(page: AppTest) -> list[str]:
    """What a page says, lists and draws, without the line of facts and the choices of moments."""
    found = []
    for one in elements(page):
        if one.type in ("html", "markdown", "dataframe", "header", "title", "plotly_chart"):
            found.append(one.value.to_csv() if one.type == "dataframe" else str(one.proto))
    return [re.sub(r"[?&]as_at=\d+", "", text) for text in found if "· load " not in text]


@pytest.mark.parametrize("path", PATHS)
def test_a_page_shows_what_it_showed_then(
    path: str, open_page: Open, small_demonstration: Demonstration, one_month_before: Path
) -> None:
    then = open_page(one_month_before, path, period="12m")
    later = open_page(small_demonstration.store, path, period="12m", as_at="12")
    assert len(_shown(then)) > 2 and _shown(later) == _shown(then)
