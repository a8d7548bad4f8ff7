"""What changed since, on the Quality page: any measure, month and district, as it is answered, records to take."""

from dataclasses import replace
from datetime import date

import pytest

from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.present.text import changed
from hcdata.stats.periods import add_months
from hcdata.views import answers
from tests.conftest import Demonstration
from tests.pages.conftest import Open, elements
from tests.pages.test_address import address

YEAR = Filters("12m", districts=("peterborough",))


@pytest.mark.parametrize("measure", ["recorded_hate_crimes", "positive_outcome_closed", "repeat_victims"])
@pytest.mark.parametrize("month", ["", "2026-05"])
def test_a_figure_s_movement_is_that_of_the_month_and_district_chosen(
    measure: str, month: str, open_page: Open, small_demonstration: Demonstration
) -> None:
    asked = {"since": "9", "moved": measure, "moved_in": month, "district": "peterborough", "period": "12m"}
    page = open_page(small_demonstration.store, "quality", **asked)
    assert not page.exception and not page.error
    served, filters = answers.at(small_demonstration.store), YEAR
    assert served is not None
    if month:
        first = date.fromisoformat(f"{month}-01")
        filters = replace(YEAR, period="custom", start=first, end=add_months(first, 1))
    found, moved = served.changes(filters, LOCAL, 9), served.movement(filters, LOCAL, measure, 9)
    said = [one.value for one in page.markdown]
    assert {changed.changes_sentence(found), *changed.movement_sentences(moved)} <= set(said)
    assert sum(part.steps["n"].sum() for part in moved.parts) == sum(part.after - part.before for part in moved.parts)
    lists = 1 + sum(len(part.cases) > 0 for part in moved.parts) if len(found.rows) else 0
    offered = [one for one in elements(page) if one.type == "download_button" and "These records" in one.proto.label]
    assert len(offered) == lists


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ({"as_at": "1"}, "The first load is shown, with none before it: choose a later one."),
        ({"as_at": "3", "since": "3"}, "Load 3 is not before load 3, which is shown: choose an earlier one."),
    ],
)
def test_a_load_that_has_none_before_it_is_refused_in_the_page_s_own_words(
    asked: dict[str, str], text: str, open_page: Open, small_demonstration: Demonstration
) -> None:
    page = open_page(small_demonstration.store, "quality", **asked)
    assert not page.exception and not page.error
    assert text in [one.value for one in page.markdown]


def test_a_month_chosen_stays_in_the_address_and_one_outside_the_period_is_passed_over(
    open_page: Open, small_demonstration: Demonstration
) -> None:
    page = open_page(small_demonstration.store, "quality", period="quarter")
    months = page.selectbox(key="moved_in").options
    assert months == ["All of the period", "September 2026", "August 2026", "July 2026"]
    page.selectbox(key="moved_in").set_value("2026-08").run()
    assert address(page)["moved_in"] == "2026-08"
    assert any(one.value.startswith("Recorded hate crimes, Aug 2026") for one in page.markdown)
    page = open_page(small_demonstration.store, "quality", period="quarter", moved_in="2020-01")
    assert not page.exception and page.selectbox(key="moved_in").value == ""


def test_a_date_in_the_address_is_compared_with_and_one_that_is_not_there_is_told(
    open_page: Open, small_demonstration: Demonstration
) -> None:
    page = open_page(small_demonstration.store, "quality", since="2026-03-30")
    assert page.selectbox(key="since").value == "2026-03-30" and not page.warning
    assert any("Since load 5 (data to 28 Feb 2026), as at load 13" in one.value for one in page.markdown)
    page.selectbox(key="since").set_value("").run()
    assert address(page)["since"] == "" and not page.warning
    page = open_page(small_demonstration.store, "quality", since="99")
    assert "not here" in page.warning[0].value and page.selectbox(key="since").value == ""
