"""The address of a page: a copied link shows the same, the menu keeps the choices, nonsense does no harm."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from tests.conftest import Demonstration
from tests.pages.conftest import Open, elements

ADDRESSES = (
    {"period": "month"},
    {"period": "36m", "compare": "year", "district": "fenland"},
    {"period": "quarter", "district": "fenland,peterborough", "strand": "race,religion"},
    {"period": "12m", "kind": "incident", "strand": "disability"},
    {"period": "custom", "from": "2026-03-05", "to": "2026-06-01"},
    {"period": "12m", "as_at": "1"},
    {"period": "quarter", "as_at": "2026-08-20"},
)
NONSENSE = ("nonsense", "'; --", "9" * 5000)
WRONG = (
    *({name: text} for name, text in product(("period", "compare", "kind", "from", "to"), NONSENSE)),
    {"district": "atlantis"},
    {"strand": "race,atlantis"},
    {"as_at": "999999"},
    {"as_at": "-1"},
    {"as_at": "1999-01-01"},
    {"as_at": "2026-02-30"},
    {"period": "custom"},
    {"period": "custom", "from": "2026-06-01", "to": "2026-03-05"},
    {"period": "custom", "from": "0001-01-01", "to": "9999-12-31"},
    {"measure": "nonsense", "state": "nonsense"},
    {"nonsense": "nonsense"},
)


def facts(page: AppTest) -> str:
    """The line that says what the page shows."""
    return str(next(one.value for one in page.markdown if " · load " in one.value))


def address(page: AppTest) -> dict[str, str]:
    """The page's address, each name once."""
    return {name: ",".join(text if isinstance(text, list) else [text]) for name, text in page.query_params.items()}


def figures(page: AppTest) -> list[str]:
    """The page's tiles."""
    return [one.proto.body for one in elements(page) if one.type == "html" and 'class="tile"' in one.proto.body]


@pytest.mark.parametrize("asked", ADDRESSES, ids=str)
def test_a_copied_link_opens_the_same_view(
    asked: dict[str, str], open_page: Open, small_demonstration: Demonstration
) -> None:
    page = open_page(small_demonstration.store, "", **asked)
    assert not page.warning and address(page) == asked
    again = open_page(small_demonstration.store, "", **address(page))
    assert facts(again) == facts(page) and figures(again) == figures(page)
    plain = open_page(small_demonstration.store)
    assert facts(plain) != facts(page)


def test_a_choice_changes_the_figures_and_the_address(open_page: Open, small_demonstration: Demonstration) -> None:
    page = open_page(small_demonstration.store)
    before = figures(page)
    page.multiselect(key="district").set_value(["peterborough"])
    page.selectbox(key="period").set_value("quarter").run()
    assert address(page) == {"period": "quarter", "district": "peterborough"}
    assert "Peterborough, all strands" in facts(page) and figures(page) != before
    assert figures(open_page(small_demonstration.store, "", **address(page))) == figures(page)


def test_the_days_chosen_are_in_the_address_the_last_included(
    open_page: Open, small_demonstration: Demonstration
) -> None:
    page = open_page(small_demonstration.store)
    page.selectbox(key="period").set_value("custom").run()
    page.date_input(key="from").set_value(date(2026, 5, 3))
    page.date_input(key="to").set_value(date(2026, 5, 20)).run()
    assert address(page) == {"period": "custom", "from": "2026-05-03", "to": "2026-05-21"}
    assert "3 May 2026 to 20 May 2026" in facts(page)


def move(page: AppTest, path: str) -> AppTest:
    """Choose another page in the menu, which empties the address."""
    page._page_hash = calc_hash(path)
    page.query_params.clear()
    return page.run()


def test_the_menu_keeps_the_choices(open_page: Open, small_demonstration: Demonstration) -> None:
    page = open_page(small_demonstration.store, "", period="month", district="fenland", strand="race")
    move(page, "locations")
    assert address(page) == {"period": "month", "district": "fenland", "strand": "race"}
    move(page, "district-peterborough")
    assert "Peterborough, Race" in facts(page) and address(page) == {"period": "month", "strand": "race"}
    page.selectbox(key="period").set_value("quarter").run()
    move(page, "definitions")
    move(page, "")
    assert address(page) == {"period": "quarter", "district": "fenland", "strand": "race"}


def test_a_district_page_is_about_its_district_whatever_the_address(
    open_page: Open, small_demonstration: Demonstration
) -> None:
    plain = open_page(small_demonstration.store, "district-fenland")
    asked = open_page(small_demonstration.store, "district-fenland", period="12m", district="peterborough")
    assert figures(plain) == figures(asked) and "Fenland, all strands" in facts(asked)


def test_the_cases_behind_a_figure_keep_its_filters(open_page: Open, small_demonstration: Demonstration) -> None:
    page = open_page(small_demonstration.store, "district-peterborough", period="all", kind="crime")
    links = [one.proto for one in elements(page) if one.type == "page_link"]
    wanted = next(
        link
        for link in links
        if "measure=supervisor_contact_24h" in link.query_string
        and "state=missed" in link.query_string
        and "period=month" not in link.query_string
    )
    asked = dict(part.split("=") for part in wanted.query_string.split("&"))
    assert asked == {
        "period": "all",
        "district": "peterborough",
        "measure": "supervisor_contact_24h",
        "state": "missed",
    }
    cases = open_page(small_demonstration.store, "cases", **asked)
    assert cases.selectbox(key="measure").value == "supervisor_contact_24h"
    assert cases.selectbox(key="state").value == "missed"
    rows = cases.dataframe[0].value
    assert len(rows) == int(wanted.label.split()[0].replace(",", ""))
    assert set(rows["District"]) == {"Peterborough"} and set(rows["State"]) <= {"Not met", "Nothing recorded"}


@pytest.mark.parametrize("path", ["", "cases", "district-fenland"])
@pytest.mark.parametrize("asked", WRONG, ids=lambda asked: str(asked)[:60])
def test_a_wrong_address_does_no_harm(
    asked: dict[str, str], path: str, open_page: Open, small_demonstration: Demonstration
) -> None:
    page = open_page(small_demonstration.store, path, **asked)
    assert not page.exception and not page.error
    assert facts(page)
    said = " ".join(one.value for one in page.warning)
    assert not any(text in said for text in NONSENSE)


def test_a_store_of_incidents_alone_opens_on_them(open_page: Open, only_incidents: Path) -> None:
    page = open_page(only_incidents)
    assert page.selectbox(key="kind").value == "incident" and address(page)["kind"] == "incident"
    assert "3" in figures(page)[0] and "Hate incidents that are not crimes" in figures(page)[0]


def test_a_link_to_crimes_stays_one_where_only_incidents_are_loaded(open_page: Open, only_incidents: Path) -> None:
    page = open_page(only_incidents)
    page.selectbox(key="kind").set_value("crime").run()
    again = open_page(only_incidents, "", **address(page))
    assert again.selectbox(key="kind").value == "crime" and address(again)["kind"] == "crime"
