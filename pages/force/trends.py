"""Trends: one series looked at closely, then by strand, by district, by hour and by kind."""

import streamlit as st

from hcdata.ui import annotations, around_event, closeup, month, patterns, trends
from hcdata.ui.frame import begin_page

page = begin_page()
st.header("One series", anchor="series")
series, grain = closeup.choose(page)
closeup.draw(page, series, grain)
month.open_month(page, series)
around_event.day_by_day(page, series)
annotations.draw(page, series)

update = page.answers.performance(page.filters, page.scope)
st.header("By strand", anchor="strands")
trends.strands(page, update)
st.header("By district", anchor="districts")
trends.districts(page, update)
trends.pairs(page, update)
st.header("When", anchor="when")
patterns.when(page)
st.header("What and how", anchor="what")
patterns.what(page)
