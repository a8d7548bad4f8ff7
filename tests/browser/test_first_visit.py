"""The first visit after a start: any address opens its page, and a tab left open through a restart goes on."""

import pytest

from tests.browser.conftest import serving

pytestmark = pytest.mark.browser
DIALOG = '[role="dialog"]'
WITHIN = 120_000  # milliseconds, on a machine that does much else


@pytest.mark.parametrize(
    ("address", "heading"), [("nominals?period=month", "Nominals"), ("definitions", "Definitions")]
)
def test_the_first_page_asked_for_opens_without_a_word_over_it(chromium, small_demonstration, address, heading):
    with serving(small_demonstration.store) as url:
        page = chromium.new_page()
        page.goto(f"{url}/{address}")
        assert shown(page) == (heading, 0)
        page.close()


def test_a_tab_left_open_through_a_restart_goes_on_and_only_an_address_of_no_page_is_not_found(
    chromium, small_demonstration
):
    page = chromium.new_page()
    with serving(small_demonstration.store) as url:
        page.goto(f"{url}/definitions")
        assert shown(page) == ("Definitions", 0)
    with serving(small_demonstration.store, port=int(url.rsplit(":", 1)[1])):
        page.reload()
        assert shown(page) == ("Definitions", 0)
        page.goto(f"{url}/no-such-page")
        page.wait_for_selector(DIALOG, timeout=WITHIN)
    page.close()


def shown(page) -> tuple[str, int]:
    """The heading of what is drawn, and how many dialogs lie over it: they come before the heading does."""
    page.wait_for_selector("h1", timeout=WITHIN)
    return page.locator("h1").inner_text(), page.locator(DIALOG).count()
