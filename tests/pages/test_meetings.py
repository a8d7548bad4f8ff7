"""The agendas of the two meetings: whole, and one item a screen."""

import pytest

from hcdata.demo.names import SURNAMES
from hcdata.plan.agendas import AGENDAS
from tests.conftest import Demonstration
from tests.pages.conftest import Open, elements, texts


@pytest.mark.parametrize("kind", AGENDAS)
def test_every_item_stands_on_the_page_in_its_order(
    kind: str, look_at: Open, small_demonstration: Demonstration
) -> None:
    page = look_at(small_demonstration.store, f"meeting-{kind}")
    assert not page.exception and not page.error
    headings = [one.value for one in page.header]
    assert headings == [f"{one.number} {one.title}" for one in AGENDAS[kind]]
    assert not [name for name in SURNAMES if name in " ".join(texts(page))]


def test_an_item_is_presented_alone_and_keys_lead_on_and_back(
    open_page: Open, small_demonstration: Demonstration
) -> None:
    page = open_page(small_demonstration.store, "meeting-strategic", item="2")
    assert [one.value for one in page.header] == ["2 Performance Update"]
    buttons = {one.label: one for one in page.button}
    assert {"Back", "On", "Whole agenda"} <= buttons.keys()
    buttons["On"].click().run(timeout=60)
    assert [one.value for one in page.header] == ["3 Delivery plan"]
    next(one for one in page.button if one.label == "Whole agenda").click().run(timeout=60)
    assert len(page.header) == len(AGENDAS["strategic"])


@pytest.mark.parametrize("asked", ["0", "99", "two", "2 ", ""])
def test_an_item_that_is_not_there_shows_the_whole_agenda(
    asked: str, look_at: Open, small_demonstration: Demonstration
) -> None:
    page = look_at(small_demonstration.store, "meeting-tactical", item=asked)
    assert not page.exception and len(page.header) == len(AGENDAS["tactical"])


def test_a_table_with_a_caption_here_and_none_there_is_two(look_at: Open, small_demonstration: Demonstration) -> None:
    tables = []
    for path in ("meeting-tactical", "delivery-plan"):
        page = look_at(small_demonstration.store, path)
        bodies = [one.proto.body for one in elements(page) if one.type == "html"]
        tables.append([body for body in bodies if ">Discharge proposed</th>" in body])
    agenda, plan = tables
    assert ["<caption>" in body for body in agenda] == [False]
    assert ["<caption>By key action" in body for body in plan] == [True, False]
