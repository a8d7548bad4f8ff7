"""What a meeting does with the dashboard, in a real browser: filter, send a link, find the cases to put right."""

import itertools
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import ROOT, SETTLES_WITHIN, Screen, looking, visited
from tests.conftest import Demonstration

if TYPE_CHECKING:
    from playwright.sync_api import ViewportSize

GRAVE = ("serious", "critical")
PROJECTOR: "ViewportSize" = {"width": 1280, "height": 720}
# Letters read from the back of a room, px.
LARGE = 20
ITEM = ".st-key-presented"

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def measure(store: Demonstration, *arguments: str) -> list[dict[str, object]]:
    """Ask the command line."""
    command = [sys.executable, "-m", "hcdata", "measure", *arguments, "--format", "json"]
    environment = os.environ | {"HCDATA_STORE": str(store.store)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return list(json.loads(done.stdout))


def test_a_filter_changes_the_figure_to_what_the_command_line_says(
    screen: Screen, demonstration: Demonstration
) -> None:
    screen.open()
    whole = measure(demonstration, "recorded_hate_crimes", "--period", "12m")[0]["n"]
    assert screen.tile("Recorded hate crimes") == f"{whole:,}"
    screen.choose("District", "Peterborough")
    screen.choose("Period", "Last whole quarter")
    asked = ("recorded_hate_crimes", "--period", "quarter", "--district", "peterborough")
    part = measure(demonstration, *asked)[0]["n"]
    assert part != whole and screen.tile("Recorded hate crimes") == f"{part:,}"


def test_a_copied_link_opens_what_was_copied(screen: Screen) -> None:
    screen.open()
    screen.choose("District", "Fenland")
    screen.choose("Strand", "Race")
    shown, address = screen.facts(), screen.page.url
    assert address.endswith("?period=12m&district=fenland&strand=race")
    value = screen.tile("Recorded hate crimes")
    screen.page.get_by_text("Link", exact=True).click()
    copied = screen.page.locator("code", has_text="district=fenland").inner_text().strip()
    assert copied == address
    with looking(screen.page.context, screen.url) as other:
        other.page.goto(copied)
        other.settle()
        assert other.facts() == shown and other.tile("Recorded hate crimes") == value


def test_the_back_button_goes_back_to_what_was_asked_before(screen: Screen) -> None:
    screen.open("/locations?period=12m&strand=race")
    before = screen.facts()
    screen.choose("Period", "Last month")
    assert screen.facts() != before
    screen.page.go_back()
    screen.settle()
    assert screen.facts() == before


def test_two_clicks_lead_to_the_references_behind_a_districts_24_hour_figure(
    screen: Screen, demonstration: Demonstration
) -> None:
    screen.open()
    screen.page.get_by_test_id("stSidebarNavLink").filter(has_text="Fenland").click()
    screen.page.wait_for_url("**/district-fenland**")
    screen.settle()
    tile = screen.page.locator('[class*="st-key-tools-headlines-supervisor_contact_24h"]')
    link = tile.get_by_role("link", name="missed")
    said = int(link.inner_text().split()[0].replace(",", ""))
    link.click()
    screen.page.wait_for_url("**/cases**")
    screen.settle()
    asked = ("supervisor_contact_24h", "--period", "12m", "--district", "fenland", "--cases", "--state", "missed")
    assert said == len(measure(demonstration, *asked))
    assert "Fenland" in screen.facts()
    assert f"{said:,} rows (missed" in screen.page.locator("p", has_text="newest first").inner_text()


def test_the_workbook_is_two_seconds_and_a_click_away(screen: Screen) -> None:
    screen.open("/?period=12m&district=fenland")
    with screen.page.expect_download(timeout=SETTLES_WITHIN * 1000) as coming:
        screen.page.get_by_role("button", name="Workbook (Excel)").click()
    assert coming.value.suggested_filename.endswith(".xlsx")


@visited(
    "/",
    "/district-fenland",
    "/trends",
    "/action-report",
    "/delivery-plan",
    "/meeting-tactical",
    "/quality",
    widths=[1400, 900],
)
def test_no_page_scrolls_sideways(seen: Screen) -> None:
    assert seen.page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth + 2")
    inside = (
        "() => [...document.querySelectorAll('.scroll')].filter(one => one.scrollWidth > one.clientWidth + 1).length"
    )
    assert seen.page.evaluate(inside) == 0
    assert parted(seen) == []
    squeezed = (
        "() => [...document.querySelectorAll('[class*=st-key-chart-]')].filter(one =>"
        " one.querySelector('[data-testid=stPlotlyChart]').offsetWidth < one.clientWidth - 2).map(one => one.className)"
    )
    assert seen.page.evaluate(squeezed) == []


def parted(screen: Screen) -> list[str]:
    """Charts between which and their own table and links another chart stands that has its own."""
    keys = "els => els.flatMap(one => [...one.classList].filter(name => /^st-key-(chart|tools)-/.test(name)))"
    order = screen.page.locator('[class*="st-key-chart-"], [class*="st-key-tools-"]').evaluate_all(keys)
    at = {key.removeprefix("st-key-"): place for place, key in enumerate(order)}
    spans = [
        (at[f"chart-{name[6:]}"], place) for name, place in at.items() if at.get(f"chart-{name[6:]}", place) < place
    ]
    return [order[end] for start, end in spans if any(start < other < end for other, _ in spans)]


@visited("/")
def test_no_link_of_a_tile_lies_on_another(seen: Screen) -> None:
    links = seen.page.locator('[class*="st-key-tools-headlines-"] [data-testid="stPageLink"] a').all()
    boxes = [box for link in links if (box := link.bounding_box())]
    assert len(boxes) > 5
    for one, other in itertools.combinations(boxes, 2):
        across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
        down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
        assert across <= 0 or down <= 0


@visited("/")
def test_the_title_is_not_hidden_under_the_bar_at_the_top(seen: Screen) -> None:
    title = seen.page.get_by_role("heading", level=1).bounding_box()
    bar = seen.page.get_by_test_id("stHeader").bounding_box()
    assert title and bar and title["y"] >= bar["y"] + bar["height"] - 4


@visited("/")
def test_the_values_of_the_tiles_are_on_one_line(seen: Screen) -> None:
    for part in ("value", "n", "change", "apart"):
        tops = {round(box["y"]) for one in seen.page.locator(f".tile .{part}").all() if (box := one.bounding_box())}
        assert len(tops) == 1, part


@visited("/", "/district-fenland", "/action-support", "/cases", "/definitions", themes=["light", "dark"])
def test_nothing_keeps_anyone_from_reading_a_page(seen: Screen) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe_playwright_python is not installed")
    # Streamlit's own menu nests the items of a section in a div within its list; all the rest is ours.
    ours = {"exclude": [["[data-testid=stSidebarNav]"]]}
    found = axe.Axe().run(seen.page, context=ours).response["violations"]
    grave = [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found if one["impact"] in GRAVE]
    assert grave == []


def press(screen: Screen, key: str, heading: str) -> None:
    """Press a key and wait for the heading it leads to."""
    screen.page.keyboard.press(key)
    screen.page.locator(ITEM).get_by_role("heading", name=heading, exact=True).wait_for()
    screen.settle()


def test_an_agenda_is_gone_through_with_the_keys(screen: Screen) -> None:
    screen.page.set_viewport_size(PROJECTOR)
    screen.open("/meeting-tactical")
    titles = [one.inner_text() for one in screen.page.get_by_role("heading", level=2).all()]
    assert [title.split(" ")[0] for title in titles] == [str(number) for number in range(1, len(titles) + 1)]
    screen.page.get_by_role("button", name="Present").click()
    screen.page.locator(ITEM).wait_for()
    screen.settle()
    for title in titles[1:]:
        press(screen, "ArrowRight", title)
        wide = screen.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        said = screen.page.locator(ITEM).locator("p, li").filter(visible=True)
        sizes = [float(one.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")) for one in said.all()]
        assert wide <= 0 and min(sizes, default=LARGE) >= LARGE, title
    press(screen, "ArrowLeft", titles[-2])
    screen.page.keyboard.press("Escape")
    screen.page.get_by_role("button", name="Present").wait_for()
    assert "item=" not in screen.page.url
