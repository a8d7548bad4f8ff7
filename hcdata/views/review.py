"""A district's monthly review: each figure beside its own past and the rest of the force, and what comes next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

import pandas as pd

from hcdata.common.filters import Period
from hcdata.measures import registry
from hcdata.views.context import Context
from hcdata.views.figures import figures
from hcdata.views.results import OUTSIDE, Comparison, Figure, KeyAction, PerformanceUpdate, Plan
from hcdata.views.work_list import WorkList

# Days looked ahead: what falls due before the review after next, and the first warning of the six-month limit.
AHEAD_DAYS = 45
# Crimes near the time limit of a summary charge, of whatever month: within 45 days, and within 14 of those.
NEAR, CLOSE = "summary_limit_near", "summary_limit_close"
Kind = Literal["action", "updates", "meeting"]


@dataclass(frozen=True)
class Beside:
    """A district's figure and the whole force's.

    `apart` says how the district lies among all districts: 1 above what chance gives, -1 below, 0 within, None where
    that is not judged (a number and no share or rate, people or places who may be in several, too few).
    """

    figure: Figure
    force: Figure
    apart: Literal[1, 0, -1] | None


@dataclass(frozen=True)
class Ahead:
    """What falls on a day to come: an action due (its number and title), updates due, a meeting (its kinds)."""

    day: date
    kind: Kind
    what: str


@dataclass(frozen=True)
class Review:
    """One district's month: its Performance Update, what fell due last month, its aims, work list and days ahead.

    `month` is the last whole one, whatever period the update is of.
    """

    own: PerformanceUpdate
    month: Period
    due: tuple[Figure, ...]
    aims: tuple[tuple[KeyAction, tuple[Beside, ...]], ...]
    work: WorkList
    ahead: tuple[Ahead, ...]
    limits: tuple[Figure, ...]


def limits(context: Context) -> tuple[Figure, ...]:
    """Return how many open crimes are near their time limit."""
    return tuple(figures(context, (NEAR, CLOSE)))


def duties(context: Context) -> tuple[Figure, ...]:
    """Return the figure of every duty of the plan that falls due on a day; one that stands is of no month."""
    return tuple(figures(context, [one.id for one in registry.all().values() if one.duty and not one.standing]))


def review(
    own: PerformanceUpdate,
    force: PerformanceUpdate,
    month: Period,
    due: tuple[Figure, ...],
    compared: Mapping[str, Comparison],
    work: WorkList,
    near: tuple[Figure, ...],
) -> Review:
    """Put a district's answers beside the force's of the same question.

    `due` are its duties of last `month`, `compared` shares and rates by district, `work` what can still be put right,
    `near` its crimes near their time limit.
    """
    district = own.about.filters.districts[0]
    whole = {figure.measure: figure for action in force.plan.key_actions for figure in action.figures}
    aims = tuple(
        (
            action,
            tuple(
                Beside(figure, whole[figure.measure], find_apart(figure, compared.get(figure.measure), district))
                for figure in action.figures
            ),
        )
        for action in own.plan.key_actions
    )
    data_to = own.about.data_to
    return Review(own, month, due, aims, work, look_ahead(own.plan, data_to) if data_to else (), near)


def find_apart(figure: Figure, compared: Comparison | None, district: str) -> Literal[1, 0, -1] | None:
    """Say how a district stands in the funnel of all districts."""
    if figure.missing or compared is None or compared.missing:
        return None
    if figure.unit == "percent" and (figure.of or 0) < figure.minimum_n:
        return None
    marks = compared.rows.loc[compared.rows["district"] == district, "significance"]
    return OUTSIDE.get(marks.iloc[0], 0) if len(marks) and marks.notna().all() else None


def look_ahead(plan: Plan, data_to: date) -> tuple[Ahead, ...]:
    """List what falls due in the days after the data end, by day: open actions, updates, the next meeting."""
    last = data_to + timedelta(days=AHEAD_DAYS)
    found = [Ahead(plan.meeting, "meeting", " and ".join(plan.kinds))] if plan.meeting and plan.meeting <= last else []
    if plan.update_by and data_to < plan.update_by <= last:
        found.append(Ahead(plan.update_by, "updates", ""))
    actions = plan.actions[plan.actions["is_open"].astype(bool)]
    actions = actions.assign(due=pd.to_datetime(actions["due_on"]))
    near = actions[(actions["due"] > pd.Timestamp(data_to)) & (actions["due"] <= pd.Timestamp(last))]
    found += [Ahead(row.due.date(), "action", f"{row.action_no}: {row.title}") for row in near.itertuples(index=False)]
    return tuple(sorted(found, key=lambda one: (one.day, one.kind, one.what)))
