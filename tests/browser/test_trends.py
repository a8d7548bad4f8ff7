"""The Trends page in a real browser: a point clicked on opens its month, and a keyboard does the same."""

import pytest

from tests.browser.conftest import Screen

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_a_click_on_a_point_opens_its_month(screen: Screen) -> None:
    screen.open("/trends?period=12m&series=all.all&grain=month")
    page = screen.page
    chart = page.get_by_role("figure").first
    point = chart.locator(".scatterlayer .trace .points path").nth(5).bounding_box()
    assert point
    x, y = point["x"] + point["width"] / 2, point["y"] + point["height"] / 2
    page.mouse.move(x - 4, y - 3)
    page.mouse.move(x, y, steps=5)
    page.wait_for_timeout(500)
    page.mouse.down()
    page.wait_for_timeout(100)
    page.mouse.up()
    page.wait_for_timeout(1000)
    screen.settle()
    assert "month=2024-04" in page.url
    assert page.get_by_role("listitem").filter(has_text="April 2024: ").count() == 1


def test_the_keyboard_opens_a_month_too(screen: Screen) -> None:
    screen.open("/trends")
    screen.page.get_by_role("combobox", name="Open a month").focus()
    screen.page.keyboard.type("August 2026")
    screen.page.keyboard.press("Enter")
    screen.page.wait_for_timeout(1000)
    screen.settle()
    assert "month=2026-08" in screen.page.url
    assert screen.page.get_by_text("City centre disorder (2 Aug 2026").count() >= 1


def test_the_chart_is_named_for_a_screen_reader(screen: Screen) -> None:
    screen.open("/trends")
    named = screen.page.get_by_role("figure").first.get_attribute("aria-label")
    assert named and named.startswith("In October 2026")
