"""What stands out, in sentences a Superintendent can read out, each with the page that shows it."""

from dataclasses import dataclass, field, replace

import pandas as pd

from hcdata.present.text import about_words, duty_words, numbers, signals, trend_words, words
from hcdata.present.text.series import lower, noun, subject
from hcdata.present.text.signals import USUAL
from hcdata.stats.headline import Look
from hcdata.views.results import (
    Comparison,
    DutyBelow,
    Figure,
    FigureMoved,
    PartMoved,
    PerformanceUpdate,
    SeriesStandsOut,
    Signal,
    Trend,
)

# Days before a month's start from which an event is named beside what the month shows.
_NEAR = 7
# Findings told in a sentence each; further ones are named.
MOST = 4
_RUN = {
    "7 Points Above CL": "have been above their average of {mean} a month since {first}",
    "7 Points Below CL": "have been below their average of {mean} a month since {first}",
    "7 Point Trend (Increasing)": "have risen each month since {first}",
    "7 Point Trend (Decreasing)": "have fallen each month since {first}",
    "2 in 3 Above CL": "were near the top of their usual range of {low} to {high} in two of the last three months",
    "2 in 3 Below CL": "were near the bottom of their usual range of {low} to {high} in two of the last three months",
}


@dataclass(frozen=True)
class Finding:
    """One sentence or two, the page that shows it, and the cases behind it (measure, state) where there are any.

    `told` opens that page at the chart meant; `parts` are the cases of each part named: words, and what asks for them.
    """

    text: str
    page: str
    cases: dict[str, str] | None = None
    cases_words: str = ""
    told: dict[str, str] = field(default_factory=dict)
    parts: tuple[tuple[str, dict[str, str]], ...] = ()


def headline(update: PerformanceUpdate) -> str:
    """Say last month and the year for the whole of what is asked; first the period, where another was chosen."""
    said = trend_words.trend_sentence(update.total)
    if update.about.filters.period in ("12m", "month") or update.total.missing or update.headlines[0].missing:
        return said
    figure = replace(update.headlines[0], title=subject(update.total))
    return f"{words.figure_sentence(figure, update.about)} {said}"


def findings(update: PerformanceUpdate) -> list[Finding]:
    """Return the findings, strongest first; none on a quiet month."""
    return [_say(signal, update) for signal in update.signals[:MOST]]


def closing(update: PerformanceUpdate) -> str:
    """Name what else stands out, or say that nothing does; which districts differ, and which strands are too few."""
    if update.about.empty or update.total.missing:
        return ""
    if not update.signals and all(one.choice.method == "none" for one in (update.total, *update.strands)):
        return "Too few months to say what stands out."
    said = []
    if update.signals[MOST:]:
        named = [name(one, update) + (_also(one, update)) for one in update.signals[MOST:]]
        said.append(f"Also unlikely to be chance: {'; '.join(named)}.")
    own = update.about.filters.districts
    other = " else" if update.signals else ""
    if any(figure.missing for figure in update.headlines[:1]):
        said.append(f"Whether anything{other} has changed in this period cannot be said.")
    else:
        said.append(f"Nothing{other} on this page has changed by more than chance would give.")
    if update.districts and words.differ(update.districts, own):
        said.append(f"By {_measured(update.districts)}, {words.districts_title(update.districts, own)}.")
    few = [f"{numbers.listed(list(figure.subject.strands))} ({figure.n:,})" for figure in update.too_few]
    if few:
        said.append(f"So few in 12 months that a real change can pass unseen: {numbers.listed(few)}.")
    return " ".join(said)


def _measured(comparison: Comparison) -> str:
    return "rate per resident" if comparison.unit == "rate" else comparison.title


def _say(signal: Signal, update: PerformanceUpdate) -> Finding:
    also = f" It also shows{_also(signal, update)}." if _also(signal, update) else ""
    match signal:
        case DutyBelow():
            return _say_duty(signal, update)
        case FigureMoved(figure=figure):
            return Finding(words.figure_sentence(figure, update.about) + also, signal.page)
        case PartMoved(before=before, now=now):
            against = f"{now:,} {about_words.during(update.about)}, {before:,} in {about_words.prior(update.about)}"
            of = name(signal, update)
            text = f"{of[0].upper()}{of[1:]}: {against}; the difference is unlikely to be chance.{also}"
            return Finding(text, signal.page)
        case SeriesStandsOut(trend=trend, look=look):
            say = {"month": _say_months, "quarter": _say_quarter, "year": _say_year, "years": _say_years}[look.kind]
            return Finding(say(look, trend) + also, signal.page, told=_open(look, trend))
    raise TypeError(f"no words for {type(signal).__name__}")


def _also(signal: Signal, update: PerformanceUpdate) -> str:
    """Name what a finding shows in besides: ' in race hate crimes and all hate crimes'; nothing where in none."""
    own = name(signal, update)
    named = [one for one in dict.fromkeys(name(other, update) for other in signal.also) if one != own]
    return f" in {numbers.listed(named)}" if named else ""


def name(signal: Signal, update: PerformanceUpdate) -> str:
    """Name what a signal is of: 'race hate crimes in Fenland', 'all hate crimes', '... with the setting home'."""
    if signal.about == (None, None):
        asked = update.about.filters
        return noun(update.total) if asked.districts or asked.strands else f"all {noun(update.total)}"
    match signal:
        case SeriesStandsOut(trend=trend):
            return noun(trend)
        case FigureMoved(figure=figure) | DutyBelow(figure=figure):
            return lower(figure.title)
        case PartMoved():
            series = {(one.district, one.strand): one for one in (*update.strands, *update.district_trends)}
            own = series.get(signal.about) if signal.about else None
            return noun(own) if own else f"{noun(update.total)} {_part(signal)}"
    raise TypeError(f"no name for {type(signal).__name__}")


def _part(signal: PartMoved) -> str:
    """Name a part: 'with the setting online'; what is not recorded says of what: 'with no setting recorded'."""
    if signal.part == "not_recorded":
        return f"with no {signal.dimension} recorded"
    return f"with the {signal.dimension} {lower(signal.name)}"


def _open(look: Look, trend: Trend) -> dict[str, str]:
    """Return what opens the Trends page at a series, and at the last month of what stands out in it."""
    series = {"series": f"{trend.district or 'all'}.{trend.strand or 'all'}"}
    if look.kind in ("year", "years"):
        return {**series, "grain": "r12"}
    return {**series, "grain": "month", "month": f"{trend.complete['month'].iloc[look.places[-1]]:%Y-%m}"}


def _say_months(look: Look, trend: Trend) -> str:
    months = trend.complete
    span = months.iloc[look.places[0] : look.places[-1] + 1]
    low, high = trend.usual or (0, 0)
    steady = " (set by months that were not steady themselves)" if signals.unsteady(trend) else ""
    if look.signal in USUAL:
        since = "" if look.places[-1] == len(months) - 1 else ", and not since"
        text = (
            f"were {USUAL[look.signal]} their usual range of {low:,} to {high:,}{steady} in"
            f" {signals.months_named(trend, look)}{since}"
        )
    else:
        first, mean = numbers.month(span["month"].iloc[0]), f"{span['mean'].iloc[-1]:,.0f}"
        last = numbers.listed([f"{n:,.0f}" for n in months["n"].tail(3)])
        run = _RUN[look.signal].format(mean=mean, first=first, low=f"{low:,}", high=f"{high:,}")
        text = f"{run} ({last})" if look.signal.startswith("2 in 3") else f"{run}; the last three months: {last}"
    return f"{_start(trend)} {text}. This is unlikely to be chance.{_event(trend, span)}"


def _start(trend: Trend) -> str:
    text = noun(trend)
    return text[0].upper() + text[1:]


def _event(trend: Trend, span: pd.DataFrame) -> str:
    """Name the first event close to the first month shown; festivals come every year and explain nothing new."""
    start = span["month"].iloc[0]
    near = trend.events[
        (trend.events["event_on"] >= start - pd.Timedelta(days=_NEAR))
        & (trend.events["event_on"] < start + pd.DateOffset(months=1))
        & (trend.events["kind"] != "festival")
    ]
    if near.empty:
        return ""
    event = near.iloc[0]
    return f" About that time: {event['name']} ({numbers.day(event['event_on'])})."


def _say_quarter(look: Look, trend: Trend) -> str:
    said = trend_words.quarter_sentence(trend)
    return f"{_start(trend)}: {said[0].lower()}{said[1:]}"


def _say_years(look: Look, trend: Trend) -> str:
    return (
        f"{_start(trend)}: {look.n:,.0f} over {len(look.places)} months, where {look.expected:,.0f} would be usual"
        f" by the {look.before} months before. This is unlikely to be chance."
    )


def _say_year(look: Look, trend: Trend) -> str:
    said = trend_words.year_sentence(trend)
    return f"{_start(trend)}: {said[0].lower()}{said[1:]}"


def _say_duty(signal: DutyBelow, update: PerformanceUpdate) -> Finding:
    total = signal.figure
    when = about_words.during(update.about)
    asked_of = signal.details if update.about.filters.districts else (total,)
    still = sum(one.to_put_right for one in asked_of)
    if update.about.filters.districts:
        shares = numbers.listed([f"{_area(one)} {numbers.value(one)}" for one in signal.details])
        text = (
            f"Supervisor contact within 24 hours {when}: {shares}, lower than chance would explain beside the force's"
            f" {numbers.value(total)}; {duty_words.put_right(still)}."
        )
    else:
        named = numbers.listed(
            [f"{_area(one)} {numbers.value(one)}, {one.to_put_right or 'none'} to put right" for one in signal.details]
        )
        text = (
            f"Supervisor contact within 24 hours is evidenced for {numbers.value(total)} of the crimes where it fell"
            f" due {when}: {duty_words.beside(total)}. Lower than chance would explain: {named}."
        )
    asked = {"measure": total.measure, "state": "to_put_right" if still else "missed"}
    named_cases = duty_words.put_right(still) if still else duty_words.missed(*asked_of)
    ids = dict(zip(update.duty.rows["name"], update.duty.rows["district"], strict=True)) if update.duty else {}
    parts = tuple(
        (f"{_area(one)}: {one.to_put_right if still else one.missed:,}", {**asked, "district": ids[_area(one)]})
        for one in signal.details
        if _area(one) in ids and not update.about.filters.districts
    )
    return Finding(text, signal.page, asked, named_cases, parts=parts)


def _area(figure: Figure) -> str:
    return numbers.listed(list(figure.subject.districts))
