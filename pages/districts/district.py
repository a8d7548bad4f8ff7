"""One district: its monthly review, on a page of its own."""

import streamlit as st

from hcdata.ui import prefetch, sections, trends
from hcdata.ui.frame import begin_page

page = begin_page()
update = page.answers.performance(page.filters, page.scope)

sections.stands_out(page, update)
st.header("Trends", anchor="trends")
trends.monthly(page, update.total, "total", said=True)
trends.split(page, update)
trends.strands(page, update)
st.header("Locations", anchor="locations")
sections.locations(page, update)
st.header("Nominals", anchor="nominals")
sections.nominals(page, update)
st.header("Plan progress", anchor="plan")
sections.plan(page, update)
prefetch.prepare(page)
