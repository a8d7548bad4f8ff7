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
from hcdata.views.service import Service


def over_time(page: Page, shares: Sequence[Service]) -> None:
    """Draw shares month by month, two abreast; nothing where none is loaded."""
    loaded = [one for one in shares if one.missing is None]
    if not loaded:
        return
    st.header("Over time", anchor="over-time")
    with st.container(key="half-services"):
        for found in loaded:
            sentence, name = service_words.sentence(found), f"service-{found.measure}"
            with st.container():
                drawn = keep(page, name, partial(charts.share, found, page.dark))
                show.chart(drawn, sentence, name, service_words.title(found), sentence)
                show.counted(page, found.measure, name, table=partial(service_table.table, found))
