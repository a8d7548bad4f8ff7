"""The Trends page: a series chosen and drawn in its ways, a month opened, events and new limits entered."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from hcdata.store import register
from hcdata.ui.closeup import GRAINS
from tests.conftest import Demonstration
from tests.pages.conftest import Open, elements


@pytest.fixture
def own(small_demonstration: Demonstration, tmp_path: Path) -> Path:
    """A store of its own that serves the small demonstration, so that its register is nobody else's."""
    store = tmp_path / "store"
    store.mkdir()
    (store / "snapshots").symlink_to(small_demonstration.store / "snapshots")
    (store / "current").write_text((small_demonstration.store / "current").read_text(encoding="utf-8"))
    return store


def titles(page: AppTest) -> list[str]:
    """What the charts of a page say."""
    html = [one.proto.body for one in elements(page) if one.type == "html"]
    return [body.split("<h3>")[1].split("</h3>")[0] for body in html if "<h3>" in body]


def words(page: AppTest) -> str:
    """Every sentence of a page."""
    return "\n".join(one.value for one in page.markdown)


def fill(page: AppTest, kind: str, label: str, value: object, place: int = 0) -> None:
    """Fill the field of a label, the first of several unless told."""
    [one for one in getattr(page, kind) if one.label == label][place].set_value(value)


def press(page: AppTest, label: str) -> AppTest:
    """Press a form's button."""
    return next(one for one in page.button if one.label == label).click().run()


@pytest.mark.parametrize("grain", GRAINS)
def test_a_series_is_drawn_in_every_way(grain: str, open_page: Open, small_demonstration: Demonstration) -> None:
    page = open_page(small_demonstration.store, "trends", grain=grain, series="peterborough.race")
    assert not page.exception and not page.error
    assert next(one for one in page.selectbox if one.label == "Series").value == "peterborough.race"
    assert "race hate crime" in words(page).lower() and "in Peterborough" in words(page)
    assert len(titles(page)) >= 5


def test_strands_in_districts_are_drawn_where_there_is_enough_and_say_how_often_chance_accuses(
    open_page: Open, demonstration: Demonstration
) -> None:
    page = open_page(demonstration.store, "trends")
    assert "By strand in each district" in [one.value for one in page.header]
    assert any(title.startswith(("Race in ", "No strand in a district ")) for title in titles(page))
    notes = [one.proto.body for one in elements(page) if one.type == "html"]
    assert any("Those with 10 or more a month" in note and "by chance alone" in note for note in notes)
    one_strand = open_page(demonstration.store, "trends", strand="race")
    assert "By strand in each district" not in [one.value for one in one_strand.header]


def test_each_chart_is_named_for_those_who_cannot_see_it(open_page: Open, small_demonstration: Demonstration) -> None:
    page = open_page(small_demonstration.store, "trends")
    drawn = [one.proto for one in elements(page) if one.type == "plotly_chart"]
    assert len(drawn) >= 6 and all(len(one.alt) > 40 for one in drawn)


def test_a_month_is_opened_from_the_list_and_from_the_address(
    open_page: Open, small_demonstration: Demonstration
) -> None:
    page = open_page(small_demonstration.store, "trends", month="2026-08")
    assert "August 2026: " in words(page) and "The same month before" in words(page)
    chosen = next(one for one in page.selectbox if one.label.startswith("Open a month"))
    page = chosen.set_value("2026-06").run()
    assert "June 2026: " in words(page) and "2026-06" in page.query_params["month"]
    link = next(one.proto for one in elements(page) if one.type == "page_link" and "June 2026" in one.proto.label)
    assert "from=2026-06-01" in link.query_string and "to=2026-07-01" in link.query_string


def test_an_address_of_nothing_opens_the_whole(open_page: Open, small_demonstration: Demonstration) -> None:
    wrong = {"series": "atlantis.race", "grain": "century", "month": "1066-10", "event": "1066-10-14"}
    page = open_page(small_demonstration.store, "trends", **wrong)
    assert not page.exception and not page.error
    assert next(one for one in page.selectbox if one.label == "Series").value == "all.all"


def test_an_event_is_entered_drawn_and_withdrawn(own: Path, open_page: Open) -> None:
    page = open_page(own, "trends")
    fill(page, "text_input", "Event", "Disorder at the fair")
    fill(page, "text_input", "Entered by (role or account)", "Analyst")
    page = press(page, "Enter")
    (entry,) = register.entries(own, "event")
    assert (entry.about.name, entry.by) == ("Disorder at the fair", "Analyst")
    assert not page.error and "Disorder at the fair" in str([one.proto for one in elements(page)])
    fill(page, "text_input", "Reason", "wrong", place=-1)
    fill(page, "text_input", "Entered by (role or account)", "Analyst", place=-1)
    page = press(page, "Withdraw")
    assert register.entries(own, "event") == () and not page.error


def test_two_events_of_one_day_are_both_named_where_one_is_chosen(own: Path, open_page: Open) -> None:
    for name in ("Disorder", "Vigil"):
        register.add(own, "event", {"event_on": "2026-07-07", "name": name, "kind": "trigger"}, by="analyst")
    page = open_page(own, "trends")
    (choice,) = [one for one in page.selectbox if one.label == "Round an event, day by day"]
    assert "Disorder and Vigil (7 Jul 2026)" in choice.options


def test_an_entry_without_a_name_is_refused_in_words(own: Path, open_page: Open) -> None:
    page = press(open_page(own, "trends"), "Enter")
    assert "register" in page.error[0].value and register.history(own) == ()


def test_limits_start_anew_with_a_reason_on_record(own: Path, open_page: Open) -> None:
    page = press(open_page(own, "trends"), "Start anew")
    assert "reason" in page.error[0].value and register.history(own) == ()
    fill(page, "text_input", "Reason", "New recording team")
    fill(page, "text_input", "Entered by (role or account)", "Lead analyst", place=1)
    page = press(page, "Start anew")
    (entry,) = register.entries(own, "rebase")
    assert (entry.reason, entry.about.district) == ("New recording team", None)
    assert "Limits start anew" in words(page) and "New recording team" in words(page)


def test_a_finding_opens_the_chart_it_speaks_of(open_page: Open, demonstration: Demonstration) -> None:
    page = open_page(demonstration.store)
    told = [one.proto.query_string for one in elements(page) if one.type == "page_link" and one.proto.label == "Trends"]
    assert told and all("series=" in one and "grain=" in one for one in told)
