"""What stands out, in sentences a Superintendent can read out, each with the page that shows it."""

from dataclasses import dataclass, field

import pandas as pd

from hcdata.present import duty_words, numbers, words
from hcdata.present.series import USUAL, noun
from hcdata.views.results import PerformanceUpdate, Signal, Trend

# Days before a month's start from which an event is named beside what the month shows.
_NEAR = 7
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
    said = words.trend_sentence(update.total)
    if update.about.filters.period in ("12m", "month") or update.total.missing:
        return said
    return f"{words.figure_sentence(update.headlines[0], update.about)} {said}"


def findings(update: PerformanceUpdate) -> list[Finding]:
    """Return the findings, strongest first; none on a quiet month."""
    return [_say(signal, update) for signal in update.signals]


def closing(update: PerformanceUpdate) -> str:
    """Say that nothing else stands out, and which strands are too few to say."""
    if update.about.empty or update.total.missing:
        return ""
    if not update.signals and all(one.choice.method == "none" for one in (update.total, *update.strands)):
        return "Too few months to say what stands out."
    rest = "Nothing else stands out" if update.signals else "Nothing stands out"
    few = [f"{figure.subject} ({figure.n:,})" for figure in update.too_few]
    said = (
        f"{rest} when everything on the page is compared at once;"
        " taken alone, a difference below may still be unlikely to be chance."
    )
    return f"{said} Too few to say in 12 months: {numbers.listed(few)}." if few else said


def _say(signal: Signal, update: PerformanceUpdate) -> Finding:
    if signal.kind == "duty":
        return _say_duty(signal, update)
    if signal.figure and signal.kind == "figure":
        return Finding(words.figure_sentence(signal.figure, update.about), signal.page)
    assert signal.trend is not None
    say = {"month": _say_months, "quarter": _say_quarter, "year": _say_year, "years": _say_years}[signal.kind]
    return Finding(say(signal, signal.trend), signal.page, told=_open(signal, signal.trend))


def _open(signal: Signal, trend: Trend) -> dict[str, str]:
    """Return what opens the Trends page at a series, and at the last month of what stands out in it."""
    series = {"series": f"{trend.district or 'all'}.{trend.strand or 'all'}"}
    if signal.kind in ("year", "years"):
        return {**series, "grain": "r12"}
    months = trend.complete["month"]
    month = months.iloc[signal.last if signal.kind == "month" else -1]
    return {**series, "grain": "month", "month": f"{month:%Y-%m}"}


def _say_months(signal: Signal, trend: Trend) -> str:
    months = trend.complete
    span = months.iloc[signal.first : signal.last + 1]
    label, (low, high) = span["signal"].iloc[-1], trend.usual or (0, 0)
    if label in USUAL:
        outside = span[span["signal"] == label]
        named = numbers.listed(
            [f"{numbers.month(month)} ({n:,.0f})" for month, n in zip(outside["month"], outside["n"], strict=True)]
        )
        since = "" if signal.last == len(months) - 1 else ", and within it since"
        text = f"were {USUAL[label]} their usual range of {low:,} to {high:,} in {named}{since}"
    else:
        first, mean = numbers.month(span["month"].iloc[0]), f"{span['mean'].iloc[-1]:,.0f}"
        last = numbers.listed([f"{n:,.0f}" for n in months["n"].tail(3)])
        run = _RUN[label].format(mean=mean, first=first, low=f"{low:,}", high=f"{high:,}")
        text = f"{run} ({last})" if label.startswith("2 in 3") else f"{run}; the last three months: {last}"
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


def _say_quarter(signal: Signal, trend: Trend) -> str:
    said = words.quarter_sentence(trend)
    return f"{_start(trend)}: {said[0].lower()}{said[1:]}"


def _say_years(signal: Signal, trend: Trend) -> str:
    found = trend.headline.year if trend.headline else None
    assert found is not None
    return (
        f"{_start(trend)}: {found.n:,.0f} over {found.months} months, where {found.expected:,.0f} would be usual by the"
        f" {found.before} months before. This is unlikely to be chance."
    )


def _say_year(signal: Signal, trend: Trend) -> str:
    said = words.year_sentence(trend)
    return f"{_start(trend)}: {said[0].lower()}{said[1:]}"


def _say_duty(signal: Signal, update: PerformanceUpdate) -> Finding:
    total = signal.figure
    assert total is not None
    named = numbers.listed(
        [f"{one.subject} {numbers.value(one)}, {one.to_put_right:,} to put right" for one in signal.details]
    )
    if update.about.filters.districts:
        text = (
            f"Supervisor contact within 24 hours: {named}, lower than chance would explain beside the force's"
            f" {numbers.value(total)}."
        )
    else:
        text = (
            f"Supervisor contact within 24 hours is evidenced for {numbers.value(total)} of the crimes where it is due:"
            f" {duty_words.beside(total)}. Lower than chance would explain: {named}."
        )
    asked_of = signal.details if update.about.filters.districts else (total,)
    still = sum(one.to_put_right for one in asked_of)
    asked = {"measure": total.measure, "state": "to_put_right" if still else "missed"}
    named_cases = duty_words.put_right(still) if still else duty_words.missed(sum(one.missed for one in asked_of))
    ids = dict(zip(update.duty.rows["name"], update.duty.rows["district"], strict=True)) if update.duty else {}
    parts = tuple(
        (f"{one.subject}: {one.to_put_right if still else one.missed:,}", {**asked, "district": ids[one.subject]})
        for one in signal.details
        if one.subject in ids and not update.about.filters.districts
    )
    return Finding(text, signal.page, asked, named_cases, parts=parts)
