"""One month of the series looked at, clicked on or chosen."""

from dataclasses import replace
from datetime import date

import streamlit as st

from hcdata.present.text import month_words
from hcdata.stats.periods import add_months
from hcdata.ui import address, show
from hcdata.ui.closeup import Series
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.one_month import one_month


def open_month(page: Page, series: Series) -> None:
    """Open one month, clicked on or chosen: its words, the arithmetic, the events near it, the cases behind it."""
    trend = series.found.trend
    if trend.missing or trend.months.empty:
        return
    starts = [month.date() for month in trend.months["month"]]
    last = trend.complete["month"].iloc[-1].date() if len(trend.complete) else starts[-1]
    options = {f"{month:%Y-%m}": f"{month:%B %Y}" for month in reversed(starts)}
    with st.container(key="half-month"):
        chosen = address.choose("Open a month (or click on a point)", options, "month", f"{last:%Y-%m}")
    one = one_month(series.found, date.fromisoformat(f"{chosen}-01"))
    if one is None:
        return
    lines = (month_words.month_words(one, trend), month_words.arithmetic(one, trend), month_words.events_near(one))
    st.markdown("\n".join(f"- {plain(line)}" for line in lines if line))
    scope, asked = page.scope.records, series.filters.districts
    if scope is None or (asked and set(asked) <= set(scope)):
        of_it = replace(series.filters, period="custom", start=one.month, end=add_months(one.month, 1))
        wanted = {"measure": trend.measure, "state": "all"}
        show.case_link(page, wanted, f"Cases of {one.month:%B %Y}", of_it)
