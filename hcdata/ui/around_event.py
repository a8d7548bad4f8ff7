"""One event of the series looked at, day by day."""

from dataclasses import replace
from datetime import date

import streamlit as st

from hcdata.present import charts
from hcdata.present.tables import closeup_tables
from hcdata.present.text import days, numbers
from hcdata.ui import address, show
from hcdata.ui.closeup import Series
from hcdata.ui.figure_cache import keep
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.annotations import RECORDING
from hcdata.views.daily import area, around, within


def day_by_day(page: Page, series: Series) -> None:
    """Set the fortnights before and from one event, the newest unless another is chosen, against what is usual."""
    trend = series.found.trend
    if trend.events.empty:
        return
    on_day = trend.events.groupby("event_on")["name"].agg(list).iloc[::-1]
    options = {f"{day:%Y-%m-%d}": f"{numbers.listed(names)} ({numbers.day(day)})" for day, names in on_day.items()}
    with st.container(key="half-event"):
        happened = trend.events.loc[trend.events["kind"] != RECORDING, "event_on"]
        first = f"{happened.iloc[-1]:%Y-%m-%d}" if len(happened) else next(iter(options))
        chosen = address.choose("Round an event, day by day", options, "event", first)
    filters, trend = series.filters, series.found.trend
    district = area(trend, date.fromisoformat(chosen), page.answers.districts)
    if district:
        filters = replace(filters, districts=(district,))
        trend = within(trend, district, page.answers.districts[district])
    found = around(page.answers.daily(filters, page.scope), date.fromisoformat(chosen))
    if found is None:
        st.markdown("The days round this event are not loaded.")
        return
    title, sentence = days.around_title(found, options[chosen]), days.around_sentence(found, trend)
    st.markdown(plain(sentence))
    if not found.telling:
        return
    name = f"around-{series.name}-{chosen}"
    figure = keep(page, name, lambda: charts.around(found, page.dark))
    where = f", {page.answers.districts[district]}" if district else ""
    show.chart(figure, f"{title}. {sentence}", name, title, f"Number recorded each day{where}")
    show.counted(page, trend.measure, name, table=lambda: closeup_tables.windows(found))
