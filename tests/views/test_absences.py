"""What feeds lack of districts and months, and how a figure says it: of each month and district once."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from hcdata.common.filters import Period
from hcdata.present.text.absences import explain, without
from hcdata.store.coverage import Coverage, Lack
from hcdata.views.absences import Absence, find_absences

NAMES = {"fenland": "Fenland", "hunts": "Hunts", "never": "Never", "not_recorded": "Not recorded"}
MARCH, MAY = date(2026, 3, 1), date(2026, 5, 1)
YEAR = Period(date(2026, 1, 1), date(2027, 1, 1), True)


def lacks(*found: tuple[str, date, bool]) -> Coverage:
    """A coverage that lacks districts' months, whole or in part."""
    every = {(area, month): Lack(area, month, "none", whole=whole) for area, month, whole in found}
    return Coverage(date(2025, 1, 1), date(2026, 12, 1), every, frozenset({"never"}))


def said(**feeds: Coverage) -> list[tuple[str, tuple[str, ...], bool]]:
    """The absences of several feeds together: month, districts (none for all), in part."""
    store: Any = SimpleNamespace(coverage=lambda feed: feeds[feed], district_names=NAMES)
    return [(f"{one.month:%b}", one.districts, one.part) for one in find_absences(store, feeds, YEAR, NAMES)]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], []),
        ([("fenland", MARCH, True)], [("Mar", ("Fenland",), False)]),
        ([("fenland", MARCH, False)], [("Mar", ("Fenland",), True)]),
        ([("fenland", MARCH, True), ("hunts", MARCH, True)], [("Mar", (), False)]),
        ([("fenland", MARCH, False), ("hunts", MARCH, False)], [("Mar", (), True)]),
        (
            [("fenland", MARCH, True), ("hunts", MARCH, False)],
            [("Mar", ("Fenland",), False), ("Mar", ("Hunts",), True)],
        ),
        ([("fenland", MAY, True), ("hunts", MARCH, True)], [("Mar", ("Hunts",), False), ("May", ("Fenland",), False)]),
        ([("never", MARCH, True), ("not_recorded", MARCH, True)], []),
    ],
)
def test_what_a_feed_lacks(found: list[tuple[str, date, bool]], expected: list[Any]) -> None:
    assert said(crime=lacks(*found)) == expected


def test_a_month_one_feed_lacks_everywhere_is_not_said_again_of_a_district() -> None:
    every = lacks(("fenland", MARCH, True), ("hunts", MARCH, True))
    assert said(crime=lacks(("fenland", MARCH, True), ("fenland", MAY, True)), contact=every) == [
        ("Mar", (), False),
        ("May", ("Fenland",), False),
    ]


@pytest.mark.parametrize(
    ("absences", "why", "note"),
    [
        ([], "", ""),
        ([Absence(MARCH, (), False, "none")], "Mar 2026 is not loaded", "Mar 2026, not loaded"),
        (
            [Absence(MARCH, (), False, "none"), Absence(MAY, (), False, "none")],
            "Mar 2026 and May 2026 are not loaded",
            "Mar 2026 and May 2026, not loaded",
        ),
        (
            [Absence(MAY, ("Fenland",), True, "rejected")],
            "Fenland in May 2026 is not loaded whole",
            "Fenland in May 2026, not loaded whole",
        ),
        (
            [Absence(MARCH, (), False, "none"), Absence(MARCH, (), False, "rejected")],
            "Mar 2026 is not loaded",
            "Mar 2026, not loaded",
        ),
    ],
)
def test_how_it_is_said(absences: list[Absence], why: str, note: str) -> None:
    assert explain(absences) == (why and f"Not given: {why}.")
    assert without(absences) == (note and f"without {note}")
