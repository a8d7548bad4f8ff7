"""The Performance Update: agenda item 2 in one result (trends, locations, nominals), with the plan's progress."""

from dataclasses import replace

from hcdata.common.access import LOCAL, Scope
from hcdata.common.filters import Filters
from hcdata.store.query import Store
from hcdata.views import districts, signals
from hcdata.views.about import about
from hcdata.views.context import Context
from hcdata.views.figures import figures
from hcdata.views.locations import locations
from hcdata.views.mix import mix
from hcdata.views.nominals import nominals
from hcdata.views.notes import ByYears
from hcdata.views.parts import Mix
from hcdata.views.plan import measures_of, plan
from hcdata.views.results import Chance, PerformanceUpdate, Trend, Verdict
from hcdata.views.trends import Trends

DUTY = "supervisor_contact_24h"
HEADLINES = {
    "crime": ("recorded_hate_crimes", "hate_crime_rate", "positive_outcome_in_period", DUTY, "repeat_victims"),
    "incident": ("non_crime_incidents", "recorded_hate_crimes", "positive_outcome_in_period", DUTY, "repeat_victims"),
}
# The verdict of a figure that the one year before leaves open, and all years before do not.
BY_YEARS: Chance = "unlikely to be chance by all years before"
# Figures shown elsewhere on the page than among the headlines and key actions.
MOVING = ("repeat_victims", "repeat_suspects", "repeat_places")


def ask(store: Store, filters: Filters, scope: Scope = LOCAL) -> Context:
    """Put a question to a store."""
    return Context(store, filters, scope, about(store, filters, scope))


def performance_update(store: Store, filters: Filters, scope: Scope = LOCAL) -> PerformanceUpdate:
    """Answer agenda item 2 for a period, districts, strands and kind of record."""
    context = ask(store, filters, scope)
    measured = [id for action in store.config.key_action for id in measures_of(action.id)]
    shown = figures(context, dict.fromkeys([*HEADLINES[filters.kind], *measured, *MOVING]))
    trends = Trends(context, context.volume)
    _agree(context, trends.total)
    shown = [context.figures[figure.measure] for figure in shown]
    rate = "hate_crime_rate" if filters.kind == "crime" else context.volume
    # Districts are judged against the whole force, whichever of them are asked for.
    everywhere = ask(store, replace(filters, districts=()), scope) if filters.districts else context
    areas, duty = districts.compare(everywhere, rate, DUTY)
    asked = set(context.districts["id"])
    details = {one: figure for one, figure in districts.details(everywhere, DUTY).items() if one in asked}
    where = locations(context)
    splits = (mix(context, "strand"), mix(context, "district"))
    settings = Mix("setting", where.settings.rename(columns={"setting": "id"}), 0)
    parts = (*trends.strands, *trends.districts, *trends.pairs)
    return PerformanceUpdate(
        about=context.about,
        headlines=tuple(figures(context, HEADLINES[filters.kind])),
        total=trends.total,
        strand_mix=splits[0],
        district_mix=splits[1],
        strands=trends.strands,
        district_trends=trends.districts,
        pair_trends=trends.pairs,
        districts=areas,
        duty=duty,
        locations=where,
        nominals=nominals(context),
        plan=plan(context),
        signals=signals.find(
            trends.total,
            parts,
            duty,
            figures(everywhere, [DUTY])[0],
            details,
            shown,
            (*splits, settings),
        ),
        too_few=tuple(
            trend.year
            for trend in trends.strands
            if 0 < trend.year.n < store.config.thresholds.minimum_n and not trend.unlikely
        ),
    )


def _agree(context: Context, total: Trend) -> None:
    """Let figures of the last twelve months say what the series' judgement finds by more years than the one before."""
    longer = total.headline.finds("years") if total.headline and not total.headline.finds("year") else None
    for measure, figure in context.figures.items() if longer else ():
        if measure in (*signals.VOLUME, context.volume) and longer and figure.n == longer.n and figure.prior_n:
            usual = ByYears(longer.before, longer.expected, figure.n, measure == "non_crime_incidents")
            context.figures[measure] = replace(figure, verdict=Verdict(BY_YEARS), notes=(*figure.notes, usual))
