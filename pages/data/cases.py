"""Cases: the references behind a figure or a note on the data, to put right or to check."""

import streamlit as st

from hcdata.ui import address, case_lists
from hcdata.ui.frame import begin_page

page = begin_page()
with st.container(key="half-cases"):
    measure = address.choose("Measure or note", case_lists.offered(page), "measure", "recorded_hate_crimes")
    state = address.choose("Which", case_lists.states(page, measure), "state", "all")

if case_lists.is_note(measure):
    case_lists.noted(page, measure)
else:
    case_lists.counted(page, measure, state)
