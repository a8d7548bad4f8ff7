"""Definitions: how every figure is counted."""

import streamlit as st

from hcdata.present.text.definition_words import in_words
from hcdata.ui.frame import begin_page
from hcdata.ui.markup import plain

page = begin_page(bar=False)

st.markdown("Each measure is one file: its header below, and the query that returns one row for each thing counted.")
for _, row in in_words(page.answers.definitions()).iterrows():
    st.subheader(plain(row["title"]), anchor=row["id"])
    st.markdown(f"**{plain(row['question'])}** {plain(row['how'])}")
    facts = [f"`{row['id']}`", row["kind"], f"counted by {row['time_basis']}", row["direction"], f"plan {row['plan']}"]
    st.markdown(plain(" · ".join([*facts, *([row["thresholds"]] if row["thresholds"] else [])])))
    with st.expander("Query"):
        st.code(row["sql"], language="sql")
