"""Month by month for the whole of what is asked, with its usual range and the rolling twelve months."""

from collections.abc import Mapping

import pandas as pd
from openpyxl.workbook.workbook import Workbook

from hcdata.exports.sheets import charts
from hcdata.exports.sheets.cells import (
    AVERAGE,
    MONTH,
    NONE,
    TOO_FEW,
    Value,
    count,
    day,
    last_complete,
    month_count,
    number,
    state,
    words,
)
from hcdata.exports.sheets.page import Page
from hcdata.present.text import series, signals
from hcdata.present.text.absences import states
from hcdata.present.text.reading import recording
from hcdata.present.text.trend_words import trend_sentence, trend_subtitle, trend_title, year_sentence
from hcdata.views.results import PerformanceUpdate, Trend

HEADERS = (
    "Month",
    "Recorded",
    "Average",
    "Usual range from",
    "Usual range to",
    "Rolling 12 months",
    "State",
    "What the month says",
    "Events",
)
WIDTHS = (10, 10, 9, 11, 8, 11, 16, 30, 40)


def write(book: Workbook, update: PerformanceUpdate) -> None:
    """Write the months of the total trend with two charts beside them."""
    trend = update.total
    page = Page(book, "Monthly", trend_title(trend), trend_sentence(trend), update.about, WIDTHS)
    if trend.missing or trend.months.empty:
        return
    page.line(trend_subtitle(trend))
    if recording(trend):
        page.line(recording(trend))
    places = {one.district: series.name(one) for one in update.district_trends if one.district}
    block = page.table(HEADERS, _rows(trend, places), only=True)
    signalled = [place for place, mark in enumerate(trend.months["mark"]) if mark]
    whole = last_complete(trend.months["complete"])
    shown = [2, 3, 4, 5] if trend.choice.method == "xmr" else [2]
    month = charts.lines(block, shown, trend_title(trend), f"{trend.title} a month", marked=signalled, until=whole)
    year = charts.lines(block, [6], year_sentence(trend), "Rolling 12 months", until=whole)
    for chart, row in ((month, block.header), (year, block.header + 18)):
        if chart:
            page.place(chart, row, page.reach(len(WIDTHS)) + 0.5)


def _rows(trend: Trend, places: Mapping[str, str]) -> list[list[Value]]:
    no_limit = TOO_FEW if trend.choice.method != "xmr" else NONE
    meaning, lacking, rows = signals.meaning(trend), states(trend), []
    for place, row in enumerate(trend.months.to_dict("records")):
        limits = [number(row.get(name), AVERAGE, no_limit) for name in ("mean", "lower", "upper")]
        said = words(meaning if row["mark"] else "", NONE)
        events = words(_events(trend, row["month"], places), NONE)
        rows.append(
            [
                day(row["month"], MONTH),
                month_count(row["n"], lacking[place]),
                *limits,
                count(row["r12"], "needs 12 whole months"),
                state(row["complete"], lacking[place]),
                said,
                events,
            ]
        )
    return rows


def _events(trend: Trend, month: pd.Timestamp, places: Mapping[str, str]) -> str:
    """Say the events of a month: 'Parade (2 Aug, Fenland, festival): what a reader should know of it'."""
    told = []
    for one in trend.events.to_dict("records"):
        on = pd.Timestamp(one["event_on"])
        if (on.year, on.month) == (month.year, month.month):
            about = f"{on.day} {on:%b}, {places.get(one['scope'], 'force')}, {one['kind'].replace('_', ' ')}"
            note = "" if pd.isna(one["note"]) else one["note"].rstrip(".")
            told.append(f"{one['name']} ({about})" + (f": {note}" if note else ""))
    return "; ".join(told)
