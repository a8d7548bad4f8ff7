"""Trends: the force, each strand and each district, month by month."""

import streamlit as st

from hcdata.ui import sections
from hcdata.ui.frame import begin_page

page = begin_page()
update = page.desk.performance(page.filters, page.scope)

sections.monthly(page, update.total, "total")
sections.split(page, update)
st.header("By strand", anchor="strands")
sections.strands(page, update)
for trend in update.strands:
    if trend.usual is not None:
        st.subheader(trend.subject, anchor=False)
        sections.monthly(page, trend, f"strand-{trend.strand}")
st.header("By district", anchor="districts")
sections.side_by_side(page, update.districts, "districts")
for trend in update.district_trends:
    st.subheader(trend.subject, anchor=False)
    sections.monthly(page, trend, f"district-{trend.district}")
