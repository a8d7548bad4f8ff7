"""The agendas are the plan's: every item of both appendices, in order, and each can be filled in."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

import re
from pathlib import Path
from typing import get_args

import pytest

from hcdata.plan.agendas import AGENDAS, INVITED, Part
from hcdata.ui.agenda import FILLED

# Words that stand for each numbered item of the plan's Appendix A and B, in its order.
APPENDIX = {
    "strategic": ("Introductions", "Performance Update", "Delivery Plan", "Communications", "Any Other Business", "Date of Next"),
    "tactical": (
        "Introductions", "Summary of last meeting", "(six|6) key actions", "District Updates", "Delivery plan updates",
        "public confidence and satisfaction", "Third Party reporting", "Funding opportunities", "Partnerships",
        "AOB|Any other business", "Date of Next",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", APPENDIX)
def test_every_item_of_the_appendix_is_there_in_its_order(kind):
    items = AGENDAS[kind]
    assert [one.number for one in items] == list(range(1, len(APPENDIX[kind]) + 1))
    for item, words in zip(items, APPENDIX[kind], strict=True):
        assert re.search(words.replace(" ", "[ -]"), item.title, re.IGNORECASE), item


@pytest.mark.shared
def test_the_items_are_those_the_plan_prints(shared: Path):
    text = (shared / "plan.txt").read_text(encoding="utf-8")
    strategic, tactical = text.split("APPENDIX A")[1].split("APPENDIX B")
    for printed, kind in ((strategic, "strategic"), (tactical, "tactical")):
        numbered = re.findall(r"^(\d+)\.?\t", printed, re.MULTILINE)
        assert [int(one) for one in numbered] == [one.number for one in AGENDAS[kind]]
        for words in APPENDIX[kind]:
            assert re.search(words, printed, re.IGNORECASE), words


def test_whatever_an_item_is_filled_with_can_be_written():
    used = {part for items in AGENDAS.values() for item in items for part in item.parts}
    assert used == set(get_args(Part)) == set(FILLED)


def test_both_meetings_say_who_is_asked_to_come():
    assert len(INVITED["strategic"]) == 8 and len(INVITED["tactical"]) == 3
