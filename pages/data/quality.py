"""Data quality: what is complete, what was rejected and why, and what each file gave."""

import streamlit as st

from hcdata.present import lists
from hcdata.ui import show
from hcdata.ui.frame import begin_page

page = begin_page()
found = page.desk.quality(page.filters, page.scope)

st.markdown(
    f"Rows read {found.rows_read:,} = accepted {found.rows_accepted:,} + rejected {found.rows_rejected:,}."
    f" {found.cancelled:,} crimes are cancelled or transferred: they stay in the store and out of every figure."
)
st.header(f"Completeness, {found.period_words}", anchor="completeness")
show.table(page, "completeness", lambda: lists.completeness(found))
st.header("Rejected rows, by reason", anchor="rejects")
st.markdown("List them with `python -m hcdata rejects`: file, sheet, row number and reason, never a value.")
show.table(page, "rejects", lambda: lists.rejects(found))
st.header("Fields that could not be read", anchor="faults")
show.table(page, "faults", lambda: lists.faults(found))
st.header("Files loaded", anchor="files")
show.long_list(lists.files(found))
