"""Several series side by side: the year of each beside the year before, its months, and a small chart for each."""

from collections.abc import Sequence

from hcdata.exports.sheets import charts
from hcdata.exports.sheets.cells import (
    COUNT,
    MONTH,
    NOT_LOADED,
    Value,
    absence,
    count,
    day,
    last_complete,
    month_count,
    state,
    words,
)
from hcdata.exports.sheets.page import Page
from hcdata.present.text import missing_words, series
from hcdata.present.text.absences import states
from hcdata.present.text.trend_words import trend_sentence, trend_title
from hcdata.views.results import Trend

YEAR = ("Latest 12 months", "12 months before", "Difference")
# A column for the label and one for each series, enough for the widest table of such a sheet.
WIDTHS = (26, *[14] * 9)
# Centimetres of a small chart, and how many stand side by side.
SMALL, ABREAST = (11.0, 6.2), 3


def write_years(page: Page, what: str, trends: Sequence[Trend]) -> None:
    """Write each series' latest twelve months beside the twelve before, with a chart, then each one's sentence."""
    rows = []
    for trend in trends:
        year = trend.year
        before = Value(NOT_LOADED) if year.missing else count(year.prior_n)
        now = Value(absence(year)) if year.missing else count(year.n)
        rows.append([words(series.name(trend)), now, before, words(year.verdict.chance)])
    block = page.table((what, *YEAR), rows)
    title = f"Latest 12 months beside the 12 before, by {what.lower()}"
    page.beside(block, charts.columns(block, [2, 3], title, "recorded", COUNT))
    for trend in trends:
        page.line(f"{series.name(trend)}: {trend_sentence(trend)}")


def write_months(page: Page, trends: Sequence[Trend]) -> None:
    """Write the months as lines and the series as columns, then a small chart of each on a scale of its own."""
    known = [trend for trend in trends if not trend.missing and not trend.months.empty]
    if not known:
        page.line(missing_words.say(trends[0].missing) or "No month to show." if trends else "Nothing was asked for.")
        return
    first = known[0].months
    lacking = [states(trend) for trend in known]
    whole = [all(parts) for parts in zip(*(trend.months["complete"] for trend in known), strict=True)]
    rows = [
        [
            day(month, MONTH),
            *(month_count(one.months["n"].iloc[place], said[place]) for one, said in zip(known, lacking, strict=True)),
            state(whole[place], "not loaded whole" if any(said[place] for said in lacking) else ""),
        ]
        for place, month in enumerate(first["month"])
    ]
    block = page.table(("Month", *(series.name(trend) for trend in known), "State"), rows)
    until = last_complete(whole)
    drawn = [
        charts.lines(block, [column], _chart_title(trend), "a month", until=until, size=SMALL)
        for column, trend in enumerate(known, start=2)
    ]
    page.turn()
    page.charts(drawn, ABREAST)


def _chart_title(trend: Trend) -> str:
    title = trend_title(trend)
    return title if series.name(trend) in title else f"{series.name(trend)}. {title}"
