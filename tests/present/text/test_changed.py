"""What changed, in words: what came in and went out, which crimes and which figures, and when nothing did."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest

from hcdata.common.filters import Period
from hcdata.present.text import changed
from hcdata.present.text.change_words import reason
from hcdata.store.changes import Difference
from hcdata.store.load_points import LoadPoint
from hcdata.views.change_kinds import KINDS
from hcdata.views.changes import CASES, COUNTS, STEPS, Changes, Movement, Part
from hcdata.views.reasons import Reason

THEN = LoadPoint(9, datetime(2026, 6, 30, 23, 59), date(2026, 6, 30))
NOW = LoadPoint(13, datetime(2026, 10, 31, 23, 59), date(2026, 10, 31))
LOADS = "Since load 9 (data to 30 Jun 2026), as at load 13 (data to 31 Oct 2026)"
NOTHING = (
    "Since load 9 (data to 30 Jun 2026), as at load 13 (data to 31 Oct 2026), no crimes are new, changed or missing"
)


def _changes(records: int, kind: str = "crime", **counts: int) -> Changes:
    rows = [(name, counts.get(name, 0)) for name in KINDS]
    return Changes(kind, THEN, NOW, None, pd.DataFrame(rows, columns=COUNTS), pd.DataFrame(), records)


def _part(name: str, before: int, *steps: tuple[str, str, int]) -> Part:
    frame = pd.DataFrame(steps, columns=STEPS)
    return Part(name, before, before + sum(n for *_, n in steps), frame, pd.DataFrame(columns=CASES))  # type: ignore[arg-type]


def _movement(parts: Sequence[Part], kind: str = "proportion", counts: str = "crime") -> Movement:
    where: tuple[Any, ...] = (Period(date(2026, 6, 1), date(2026, 7, 1), True), (), ())
    return Movement("any", "Charge rate", kind, counts, THEN, NOW, *where, begun=True, whole=True, parts=tuple(parts))


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (_changes(0), f"{NOTHING} (all dates)."),
        (
            _changes(1, vanished=1),
            f"{LOADS}, 1 crime is new, changed or missing (all dates):"
            " vanished: missing from a later full extract (1).",
        ),
        (
            _changes(1_200, new=1_199, returned=2),
            f"{LOADS}, 1,200 crimes are new, changed or missing (all dates): new (1,199);"
            " back after being missing from a full extract (2). One can be under several of these.",
        ),
        (_changes(2, "incident", new=2), f"{LOADS}, 2 incidents are new, changed or missing (all dates): new (2)."),
    ],
)
def test_how_many_changed_and_how(found: Changes, sentence: str) -> None:
    assert changed.changes_sentence(found) == sentence


def test_a_share_that_moved_says_what_came_in_and_what_went_out() -> None:
    n = _part("n", 10, ("outcome", "given", 3), ("outcome", "changed", -1))
    of = _part("of", 176, ("strand", "", 1), ("new", "", 1), ("cancelled", "", -3))
    assert changed.movement_sentences(_movement([n, of])) == [
        "Charge rate, Jun 2026, Force, all strands: 10 of 176 crimes at load 9 (data to 30 Jun 2026),"
        " 12 of 175 at load 13 (data to 31 Oct 2026): 2 more.",
        "Counted: 3 crimes came in: outcome given. 1 crime went out: outcome changed.",
        "Out of: 2 crimes came in: strand added (1), new record (1). 3 crimes went out: cancelled or transferred.",
    ]


def test_a_figure_that_did_not_move_says_so() -> None:
    assert changed.movement_sentences(_movement([_part("n", 4)], "count", "person")) == [
        "Charge rate, Jun 2026, Force, all strands: 4 people at load 9 (data to 30 Jun 2026),"
        " 4 at load 13 (data to 31 Oct 2026): as many.",
        "Counted: the same people then and now.",
    ]


def test_nothing_counted_then_or_now_is_not_called_the_same() -> None:
    assert changed.movement_sentences(_movement([_part("n", 0)], "count"))[1] == "Counted: no crime then or now."


def test_a_rate_names_its_residents() -> None:
    for steps, said in (
        ((), "Residents: 900 then and now."),
        ((("population", "", 5),), "Residents: 900 then, 905 now, of another year."),
    ):
        *_, last = changed.movement_sentences(_movement([_part("n", 4), _part("of", 900, *steps)], "rate"))
        assert last == said


@pytest.mark.parametrize(
    ("field", "before", "after", "words"),
    [
        ("outcome_code", None, "1", "Outcome given"),
        ("outcome_code", "18", "1", "Outcome changed"),
        ("outcome_code", "18", None, "Outcome withdrawn"),
        ("outcome_on", "2026-01-05", "2026-02-05", "Outcome dated otherwise"),
    ],
)
def test_an_outcome_is_given_changed_withdrawn_or_dated_otherwise(
    field: str, before: str | None, after: str | None, words: str
) -> None:
    why = Reason("outcome", Difference("35/1/26", field, before, after))
    assert reason(why.code, why.how, True) == words


def test_a_case_says_whether_it_came_in_or_went_out() -> None:
    rows = [
        (f"35/{n}/26", None, "Fenland", "Race", change, "new", "", None, None, None) for n, change in ((1, 1), (2, -1))
    ]
    part = Part("n", 1, 1, pd.DataFrame(columns=STEPS), pd.DataFrame(rows, columns=CASES))
    assert changed.cases(part)["Change"].tolist() == ["came in", "went out"]
