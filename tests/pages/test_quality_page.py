"""The Quality page and the lists its findings lead to."""

import pytest

from hcdata.notes import NOTES
from hcdata.ui.case_lists import NOTE_PREFIX
from hcdata.ui.quality_blocks import HEADINGS
from tests.conftest import Demonstration
from tests.pages.conftest import Open


def sentences(page):
    return [markdown.value for markdown in page.markdown]


def test_findings_come_first_then_tables(open_page: Open, small_demonstration: Demonstration) -> None:
    page = open_page(small_demonstration.store, "quality")
    assert not page.exception and not page.error
    headings = [header.value for header in page.header]
    assert headings[0] == "What would change a figure"
    tables = next(place for place, text in enumerate(headings) if text.startswith("Completeness"))
    assert all(headings.index(text) < tables for text in HEADINGS.values() if text in headings)
    assert any("would change a figure you read out" in text for text in sentences(page))
    assert {"Rejected rows", "Published figures", "What changed since", "Files loaded"} <= set(headings)


@pytest.mark.parametrize("note", ["aggravated_not_counted", "no_square", "reported_after_recording", "several_strands"])
def test_a_note_leads_to_its_crimes(note: str, open_page: Open, small_demonstration: Demonstration) -> None:
    page = open_page(small_demonstration.store, "cases", measure=NOTE_PREFIX + note, period="all")
    assert not page.exception and not page.error
    (said,) = [text for text in sentences(page) if NOTES[note].does in text]
    listed = page.dataframe[0].value if page.dataframe else []
    assert said.startswith(f"**{len(listed):,} crimes**")


def test_one_load_has_nothing_to_compare_with(open_page: Open, three_crimes) -> None:
    page = open_page(three_crimes, "quality")
    assert not page.exception and not page.error
    assert any("One load is held" in text for text in sentences(page))
