"""One district's monthly review with its Operational Chief Inspector, in the order of the conversation (plan 1.6)."""

import streamlit as st

from hcdata.ui import prefetch, review, trends
from hcdata.ui.frame import begin_page

page = begin_page()
found = page.answers.review(page.filters, page.scope)

review.this_month(page, found)
review.put_right(page, found)
review.ahead(page, found)
review.aims(page, found)
review.people_and_places(page, found)
review.actions(page, found)
review.data(page)
review.who_answers(page)
st.header("Trends", anchor="trends")
trends.monthly(page, found.own.total, "total", said=True)
trends.split(page, found.own)
trends.strands(page, found.own)
prefetch.prepare(page)
