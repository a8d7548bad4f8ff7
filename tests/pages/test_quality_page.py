"""The Quality page and the lists its findings lead to."""

from dataclasses import replace

import pytest

from hcdata.common.access import LOCAL
from hcdata.schema import incident_issues
from hcdata.schema.issues import NOTES
from hcdata.ui import frame
from hcdata.ui.case_lists import NOTE_PREFIX
from hcdata.ui.quality_blocks import HEADINGS
from hcdata.views.answers import Answers
from tests.conftest import Demonstration
from tests.pages.conftest import Open, elements, texts


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
    assert said.startswith(f"**{len(listed):,} crime{'' if len(listed) == 1 else 's'}**")


def test_one_load_has_nothing_to_compare_with(open_page: Open, three_crimes) -> None:
    page = open_page(three_crimes, "quality")
    assert not page.exception and not page.error
    assert any("One load is held" in text for text in sentences(page))


def downloads(page) -> list[str]:
    return [element.proto.label for element in elements(page) if element.type == "download_button"]


@pytest.mark.parametrize("people", [True, False])
def test_the_text_of_rejected_rows_is_offered_to_those_who_may_see_people(
    people: bool, open_page: Open, small_demonstration: Demonstration, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "reader", lambda: replace(LOCAL, people=people))
    page = open_page(small_demonstration.store, "quality")
    assert not page.exception and not page.error
    offered = downloads(page)
    assert "Rejected rows: file, row and reason (CSV)" in offered
    assert any("their own text" in label for label in offered) == people


def test_reasons_are_said_in_words_beside_their_codes(open_page: Open, small_demonstration: Demonstration) -> None:
    page = open_page(small_demonstration.store, "quality")
    (table,) = [text for text in texts(page) if "missing_reference" in text]
    assert "Missing reference" in table


def test_notes_on_incidents_lead_to_their_rows(open_page: Open, small_demonstration: Demonstration) -> None:
    page = open_page(small_demonstration.store, "quality", period="all")
    assert "Incidents" in [heading.value for heading in page.subheader]
    for note, words in incident_issues.NOTES.items():
        listed = open_page(small_demonstration.store, "cases", measure=NOTE_PREFIX + note, period="all")
        assert not listed.exception and not listed.error
        (said,) = [text for text in sentences(listed) if words.does in text]
        rows = listed.dataframe[0].value if listed.dataframe else []
        assert said.startswith(f"**{len(rows):,} incident{'' if len(rows) == 1 else 's'}**")


def test_lists_of_rows_are_read_when_they_are_asked_for_and_never_before(
    open_page: Open, small_demonstration: Demonstration, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for name in ("rejected_rows", "faulty_cells", "rejected_texts"):
        monkeypatch.setattr(Answers, name, lambda *_, name=name: asked.append(name))
    page = open_page(small_demonstration.store, "quality")
    assert not page.exception and not page.error and not asked
    assert "Rejected rows: file, row and reason (CSV)" in downloads(page)


def test_a_reader_of_some_districts_is_offered_no_list_of_rows(
    open_page: Open, small_demonstration: Demonstration, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "reader", lambda: replace(LOCAL, records=("fenland",), people=True))
    page = open_page(small_demonstration.store, "quality")
    assert not page.exception and not page.error
    assert not [label for label in downloads(page) if label.startswith(("Rejected rows", "Cells not read"))]
