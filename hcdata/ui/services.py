"""What the force owes, month by month: each share with its usual range and its good direction."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from hcdata.present import charts
from hcdata.present.tables import service_table
from hcdata.present.text import service_words
from hcdata.ui import show
from hcdata.ui.figure_cache import keep
from hcdata.ui.frame import Page
from hcdata.views.results import Figure


def over_time(page: Page, figures: Sequence[Figure]) -> None:
    """Draw the shares among the figures month by month, two abreast; nothing where none is loaded."""
    known = page.answers.shares
    shares = [one for one in figures if one.unit == "percent" and not one.missing and one.measure in known]
    if not shares:
        return
    st.header("Over time", anchor="over-time")
    with st.container(key="half-services"):
        for figure in shares:
            found = page.answers.service(page.filters, page.scope, figure.measure)
            sentence, name = service_words.sentence(found), f"service-{figure.measure}"
            with st.container():
                drawn = keep(page, name, partial(charts.share, found, page.dark))
                show.chart(drawn, sentence, name, service_words.title(found), sentence)
                show.counted(page, figure.measure, name, table=partial(service_table.table, found))
