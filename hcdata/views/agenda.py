"""A meeting's agenda filled in: what has happened since the last one of its kind, and how each district stands."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from hcdata.common.filters import Filters
from hcdata.measures import registry
from hcdata.plan.agendas import AGENDAS, Item, Kind
from hcdata.views.context import Context
from hcdata.views.results import Plan
from hcdata.views.work_list import WorkList

# The measures that count reports through third-party centres, satisfied victims, and good news.
THIRD_PARTY, SATISFACTION, GOOD_NEWS = "third_party_reports", "satisfaction", "positive_outcomes_assigned"
# Before any record: where no meeting of a kind was held yet, everything has happened since.
BEFORE = pd.Timestamp("1900-01-01")

# What a district answers for in its row of the tactical agenda (Appendix B 5): so many fit a projector.
_IN_A_ROW = ("recorded_within_24h", "supervisor_contact_24h", "supervisor_named", "review_current")


@dataclass(frozen=True)
class DistrictRow:
    """A district's month: crimes recorded, each duty's n of N, crimes to put right, its actions open and overdue.

    None stands for what is not loaded: the month's crimes, a duty's feed, any of those duties, the plan.
    """

    id: str
    name: str
    crimes: int | None
    due: tuple[tuple[str, int | None, int | None], ...]
    to_put_right: int | None
    open: int | None
    overdue: int | None


@dataclass(frozen=True)
class Agenda:
    """One meeting: the last of its kind up to the end of the data, the next, the one after, and what lies between.

    Actions are those of the plan: brought forward (open, raised before the last meeting), raised and discharged since.
    events: event_on, name, scope, kind, note since the last meeting, and those known to come. `since` is the filters
    that ask for the days since the last meeting, None where there was none.
    """

    kind: Kind
    items: tuple[Item, ...]
    last: date | None
    next: date | None
    after: date | None
    since: Filters | None
    forward: pd.DataFrame
    raised: pd.DataFrame
    discharged: pd.DataFrame
    events: pd.DataFrame
    to_come: pd.DataFrame


def agenda(context: Context, kind: Kind, plan: Plan) -> Agenda:
    """Fill in the agenda of the next meeting of a kind."""
    data_to = context.about.data_to
    days = sorted(one.date for one in context.store.config.meeting if one.kind == kind)
    to_come = [*(day for day in days if data_to and day > data_to), None, None]
    last = max((day for day in days if data_to and day <= data_to), default=None)
    actions, began = plan.actions, pd.Timestamp(last) if last else BEFORE
    is_open = actions["is_open"].astype(bool)
    raised, ended = (pd.to_datetime(actions[name]) for name in ("raised_on", "discharged_on"))
    events = context.events
    told = events["event_on"].to_numpy(dtype="datetime64[us]")
    end = pd.Timestamp(data_to) if data_to else began
    within = (told > began.to_datetime64()) & (told <= end.to_datetime64())
    return Agenda(
        kind=kind,
        items=AGENDAS[kind],
        last=last,
        next=to_come[0],
        after=to_come[1],
        since=_since(context.filters, last, data_to),
        forward=actions[is_open & ~(raised > began)],
        raised=actions[raised > began],
        discharged=actions[~is_open & (ended > began)],
        events=events[within].reset_index(drop=True),
        to_come=events[told > end.to_datetime64()].reset_index(drop=True),
    )


def _since(filters: Filters, last: date | None, data_to: date | None) -> Filters | None:
    if last is None or data_to is None or last >= data_to:
        return None
    return replace(filters, period="custom", start=last + timedelta(days=1), end=data_to + timedelta(days=1))


def by_district(context: Context, plan: Plan, work: WorkList) -> tuple[DistrictRow, ...]:
    """Return a comparable row of each district: of the dates asked for, and what can be put right of any month."""
    duties = [id for id in _IN_A_ROW if id in registry.all()]
    counted = {id: context.ask(id, ("district",)) for id in ("recorded_hate_crimes", *duties)}
    rows = {
        id: dict(zip(found["district"], zip(found["n"], found["of"], strict=True), strict=True))
        for id, found in counted.items()
    }
    waits = work.crimes["district"].value_counts()
    actions = plan.actions.groupby("district")[["is_open", "overdue"]].sum()
    return tuple(
        DistrictRow(
            id=id,
            name=name,
            crimes=rows["recorded_hate_crimes"].get(id, (None, None))[0],
            due=tuple((one, *rows[one].get(id, (None, None))) for one in duties),
            to_put_right=int(waits.get(name, 0)) if work.loaded else None,
            open=None if plan.missing else int(actions["is_open"].get(name, 0)),
            overdue=None if plan.missing else int(actions["overdue"].get(name, 0)),
        )
        for id, name in zip(context.districts["id"], context.districts["name"], strict=True)
    )
