"""Every kind of note that stands with a figure, in words."""

from datetime import date

import pytest

from hcdata.common.filters import Period
from hcdata.present.text import note_words
from hcdata.views.absences import Absence
from hcdata.views.notes import (
    BeforeWithout,
    Begins,
    ByYears,
    CountedBy,
    FeedEnds,
    LookedBackWithout,
    LooksBack,
    Note,
    Rebased,
    StillCounted,
    StillOpen,
    Without,
)
from tests.present.spoken import NOTHING, count

AUGUST, SEPTEMBER = (Absence(date(2026, month, 1), (), False, "none") for month in (8, 9))
FENLAND, ELY = (Absence(date(2026, 8, 1), (name,), False, "none") for name in ("Fenland", "Ely"))
PART = Absence(date(2026, 8, 1), ("Fenland",), True, "ends")
BEFORE = Period(date(2024, 11, 1), date(2025, 11, 1), True)
APART = ", so it is not set against an earlier period"
NOTES: list[tuple[Note, str]] = [
    (Without((AUGUST,)), "without Aug 2026, not loaded"),
    (Without((AUGUST, SEPTEMBER), apart=True), f"without Aug 2026 and Sep 2026, not loaded{APART}"),
    (Without((FENLAND,), apart=True), f"without Fenland in Aug 2026, not loaded{APART}"),
    (Without((FENLAND, ELY)), "without Fenland in Aug 2026; Ely in Aug 2026, not loaded"),
    (Without((PART,)), "without Fenland in Aug 2026, not loaded whole"),
    (LookedBackWithout((AUGUST,)), "at least so many: the year looked back on is without Aug 2026, not loaded"),
    (
        LookedBackWithout((AUGUST,), apart=True),
        f"at least so many: the year looked back on is without Aug 2026, not loaded{APART}",
    ),
    (
        BeforeWithout(BEFORE, (AUGUST,), False, apart=True),
        "not set against Nov 2024 to Oct 2025, which is without Aug 2026, not loaded",
    ),
    (
        BeforeWithout(BEFORE, (PART,), True, apart=True),
        "not set against Nov 2024 to Oct 2025, of which the year looked back on is without Fenland in Aug 2026,"
        " not loaded whole",
    ),
    (StillOpen(apart=True), f"crimes of the last months are still open{APART}"),
    (FeedEnds("incident", date(2026, 9, 30)), "counted to 30 Sep 2026, where the incident extract ends"),
    (FeedEnds("outcome", date(2026, 9, 3), apart=True), f"counted to 3 Sep 2026, where the outcomes file ends{APART}"),
    (Begins(date(2026, 5, 1)), "counted from May 2026, the first month loaded"),
    (Begins(date(2026, 5, 1), apart=True), f"counted from May 2026, the first month loaded{APART}"),
    (
        LooksBack(date(2025, 11, 1)),
        "at least so many: repeats look back a year and nothing before Nov 2025 is loaded",
    ),
    (Rebased(date(2025, 12, 1), apart=True), f"limits start anew in Dec 2025{APART}"),
    (StillCounted(1), "of which 1 is missing from the last full extract"),
    (StillCounted(1200), "of which 1,200 are missing from the last full extract"),
    (CountedBy("core set: outcomes 1, 2"), "core set: outcomes 1, 2"),
    (
        ByYears(24, 1650.4, 1834, False),
        "by all 24 months before, 1,650 crimes would be usual: 1,834 is more, and that is unlikely to be chance",
    ),
    (
        ByYears(24, 60.0, 31, True),
        "by all 24 months before, 60 incidents would be usual: 31 is fewer, and that is unlikely to be chance",
    ),
]


@pytest.mark.parametrize(("note", "words"), NOTES)
def test_a_note(note, words):
    assert note_words.say(note) == words


def test_every_kind_of_note_is_tried():
    assert {type(note) for note, _ in NOTES} == set(Note.__subclasses__())


def test_notes_stand_together_behind_a_sentence():
    figure = count(5, None, NOTHING, notes=(CountedBy("core set"), StillCounted(2)))
    assert note_words.behind(figure) == " (Core set; of which 2 are missing from the last full extract.)"
    assert note_words.behind(count(5, None, NOTHING)) == ""


@pytest.mark.parametrize(("note", "words"), NOTES)
def test_what_a_figure_lacks_is_told_from_other_notes(note, words):
    assert note_words.lacks(count(5, None, NOTHING, notes=(note,))) == (", not loaded" in words)


@pytest.mark.parametrize(("note", "words"), NOTES)
def test_a_figure_that_stands_alone_says_so_in_its_note(note, words):
    assert count(5, None, NOTHING, notes=(note,)).apart == ("not set against" in words)
