"""Cases: the references behind a figure, to put right or to check."""

import streamlit as st

from hcdata.present import lists, words
from hcdata.ui import address, show
from hcdata.ui.frame import begin_page

page = begin_page()
titles = dict(page.desk.definitions()[["id", "title"]].itertuples(index=False))
states = lists.STATES
with st.container(key="half-cases"):
    measure = address.choose("Measure", titles, "measure", "recorded_hate_crimes")
    state = address.choose("Which", states, "state", "all")

found = page.desk.cases(page.filters, page.scope, measure, state)
about = page.desk.about(page.filters, page.scope)
st.markdown(words.figure_sentence(found.figure, about))
counts = found.measure.counts
st.markdown(f"**{len(found.rows):,} rows** ({states[state].lower()}), newest first. Each {counts} is counted once.")
show.long_list(lists.cases(found))
show.counted(page, measure, "cases", cases=False)
show.query(found)
