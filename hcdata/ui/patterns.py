"""What the period's records are and when they happened, on the Trends page."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from hcdata.present import charts
from hcdata.present.tables import tables
from hcdata.present.text import hours
from hcdata.present.text import split as in_words
from hcdata.ui import show, trends
from hcdata.ui.figure_cache import keep
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.parts import Mix


def when(page: Page) -> None:
    """Draw hour by weekday of the offence, by committed date."""
    rhythm = page.answers.patterns(page.filters, page.scope).rhythm
    about = page.answers.about(page.filters, page.scope)
    sentence = hours.sentence(rhythm, about)
    st.markdown(plain(sentence))
    if rhythm.missing:
        return
    figure = keep(page, "week", lambda: charts.week(rhythm, page.dark))
    under = "Number by hour and weekday of the offence; the stronger the colour, the more"
    show.chart(figure, f"{hours.title(rhythm)}. {sentence}", "week", hours.title(rhythm), under)
    measure = "recorded_hate_crimes" if page.filters.kind == "crime" else "non_crime_incidents"
    show.counted(page, measure, "week", table=lambda: hours.table(rhythm))
    top = hours.peak(rhythm)
    if top:
        show.case_link(page, {"measure": measure, "state": "all", "hour": top[0]}, f"Cases of {top[1]}")


def what(page: Page) -> None:
    """Draw offence groups, channels and settings, each beside the period before."""
    splits(page, page.answers.patterns(page.filters, page.scope).mixes)


def splits(page: Page, mixes: Sequence[Mix]) -> None:
    """Draw splits side by side, each with its sentence."""
    about = page.answers.about(page.filters, page.scope)
    for mix in mixes:
        st.markdown(plain(in_words.sentence(mix, about)))
    st.markdown(plain(in_words.caution(mixes)))
    with st.container(key="half-what"):
        for mix in (one for one in mixes if one.missing is None):
            with st.container():
                trends.bars(page, mix, about)
                measure = "recorded_hate_crimes" if page.filters.kind == "crime" else "non_crime_incidents"
                show.counted(page, measure, f"split-{mix.dimension}", table=partial(tables.mix, mix))
