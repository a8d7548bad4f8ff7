"""Crimes changed at random in every way a measure can read: what moved each figure still adds up, and is explained."""

import random
from collections.abc import Callable
from datetime import date, datetime
from itertools import product
from pathlib import Path
from typing import Any

import pandas as pd

from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.measures import registry, run
from hcdata.store import query
from hcdata.views.movement import movement
from tests.handmade import build

CHOICES = (
    Filters("custom", date(2026, 5, 1), date(2026, 8, 1)),
    Filters("custom", date(2026, 6, 1), date(2026, 7, 1), districts=("fenland",)),
    Filters("all", strands=("race",), districts=("fenland", "peterborough")),
)
LOADS = [datetime(2026, 9, 30, 23, 59), datetime(2026, 10, 31, 23, 59)]
CRIMES = 150
# Measures whose things leave or join the denominator by the passing of time alone.
WITH_TIME = {
    "hub_referral", "positive_outcome_matured", "review_current", "summary_limit_close", "summary_limit_near",
    "supervisor_contact_24h",
}  # fmt: skip


def _values(dice: random.Random) -> dict[str, Callable[[], Any]]:
    people = ["P1", "P2", "P3", "P4", "P5", "P6"]

    def some(items: list[str], most: int) -> list[str]:
        return sorted(dice.sample(items, dice.randint(0, most)))

    return {
        "recorded_on": lambda: f"2026-{dice.randint(4, 9):02d}-{dice.randint(1, 28):02d}",
        "district": lambda: dice.choice(["fenland", "peterborough", "unmapped"]),
        "strands": lambda: some(["race", "religion", "disability", "gender"], 2),
        "aggravated": lambda: dice.random() < 0.3,
        "outcome_code": lambda: dice.choice([None, "1", "8", "14", "16", "18"]),
        "outcome_on": lambda: dice.choice([None, f"2026-{dice.randint(5, 9):02d}-15"]),
        "cancelled": lambda: dice.random() < 0.2,
        "victims": lambda: some(people, 2),
        "suspects": lambda: some(people, 1),
        "place_id": lambda: dice.choice([None, "X1", "X2", "X3"]),
        "assigned_at": lambda: dice.choice([None, f"2026-{dice.randint(5, 9):02d}-10 10:00:00"]),
        "supervisor_contact_at": lambda: dice.choice([None, f"2026-{dice.randint(5, 9):02d}-10 20:00:00"]),
        "supervisor_named": lambda: dice.choice([None, True, False]),
        "supervisor_review_on": lambda: dice.choice([None, f"2026-{dice.randint(5, 9):02d}-15"]),
        "reported_at": lambda: dice.choice([None, "2026-06-09 08:00:00", "2026-06-01 08:00:00"]),
        "repeat_victims": lambda: some(people, 3),
        "repeat_suspects": lambda: some(people, 3),
        "repeat_place": lambda: dice.random() < 0.5,
    }


def _crimes(dice: random.Random) -> list[dict[str, Any]]:
    draw, rows = _values(dice), []
    for number in range(CRIMES):
        ref = {"crime_ref": f"C{number}", "incident_ref": f"I{number}"}
        then = {name: value() for name, value in draw.items()}
        now = then | {name: draw[name]() for name in dice.sample(list(draw), dice.randint(0, 3))}
        if dice.random() < 0.2:
            rows.append(ref | now | {"from_load": 2})
        else:
            rows += [ref | then | {"to_load": 2}, ref | now | {"from_load": 2}]
    return rows


def test_every_figure_adds_up_and_no_case_is_left_unexplained(tmp_path: Path, seed: int) -> None:
    services = [
        {"crime_ref": f"C{n}", "support_offered": n % 3 == 0, "from_load": 1 + n % 2} for n in range(0, CRIMES, 4)
    ]
    folder = build(tmp_path / "store", crimes=_crimes(random.Random(seed)), services=services, as_of=LOADS)
    with query.open(folder, 1) as earlier, query.open(folder) as store:
        for measure, choice in product(registry.all(), CHOICES):
            found = movement(earlier, store, choice, LOCAL, measure)
            figures = [run.figures(one, measure, (), choice).iloc[0] for one in (earlier, store)]
            assert bool(found.missing) == any(pd.isna(figure["n"]) for figure in figures), measure
            for part in found.parts:
                assert [part.before, part.after] == [figure[part.name] for figure in figures], measure
                assert part.steps["n"].sum() == part.cases["change"].sum() == part.after - part.before, measure
                assert not set(part.steps["reason"]) & ({"other"} if measure in WITH_TIME else {"other", "due"}), (
                    measure
                )
                shown = part.cases[part.cases["reason"] != "new"]
                assert set(shown.loc[shown["field"].isna(), "reason"]) <= {"due", "date"}, measure
