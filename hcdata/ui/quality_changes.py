"""What loads changed, and why a figure moved, for the period, district and strand the page is asked for."""

import streamlit as st

from hcdata.errors import StoreError
from hcdata.filters import AsAt
from hcdata.present import changed
from hcdata.ui import address, markup, show
from hcdata.ui.frame import Page
from hcdata.views.changes import Movement

BEFORE = {"": "The load before"}


def what_changed(page: Page) -> None:
    """Write what changed in the records of the period since an earlier load, and why one measure's figure moved."""
    st.header("What changed since", anchor="changed")
    moments = page.desk.list_moments("")
    if len(moments) == 1:
        st.markdown("One load is held: there is none before it to compare with.")
        return
    measures = dict(page.desk.definitions()[["id", "title"]].itertuples(index=False))
    with st.container(key="half-changed"):
        since = address.choose("Since", {**moments, **BEFORE}, "since", "")
        measure = address.choose("Why did this figure move?", measures, "moved", "recorded_hate_crimes")
    try:
        earlier = page.desk.read_as_at(since) if since else None
        _write(page, page.desk.movement(page.filters, page.scope, measure, earlier), earlier)
    except StoreError as fault:
        st.markdown(str(fault))


def _write(page: Page, moved: Movement, earlier: AsAt) -> None:
    for sentence in changed.movement_sentences(moved):
        st.markdown(sentence)
    with st.container(key="half-moved"):
        for part in moved.parts:
            caption = "The figure" if part.name == "n" else "What it is out of"
            with st.container():
                st.html(markup.table(changed.steps(part), caption))
                if len(part.cases):
                    with st.expander(f"The {len(part.cases):,} cases that made the difference"):
                        show.long_list(changed.cases(part))
    found = page.desk.changes(page.filters, page.scope, earlier)
    st.markdown(changed.changes_sentence(found))
    if len(found.rows):
        with st.expander("Every field that changed, record by record"):
            show.long_list(changed.changed(found))
