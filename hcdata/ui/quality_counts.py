"""Tables of monthly counts on the Quality page: beside ours where they say what they count, else as they are."""

from functools import partial

import streamlit as st

from hcdata.present.tables import count_tables
from hcdata.present.text import count_words
from hcdata.ui import show
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.quality import CountTable, Quality


def tables(page: Page, found: Quality) -> None:
    """Write each table of counts loaded; nothing where there is none."""
    if not found.tables:
        return
    st.header("Tables of monthly counts", anchor="tables")
    st.markdown("What others counted, over all months of their tables; never added to ours.")
    for one in found.tables:
        with st.container(key=f"counts-{one.series}"):
            st.markdown(plain(count_words.sentence(one)))
            if len(one.compared):
                _beside(page, one)
            else:
                given = partial(count_tables.as_given, one)
                show.table(page, f"counts-given-{one.series}", given, count_tables.given_title(one))
            with st.popover("Where it came from", type="tertiary"):
                show.table(page, f"counts-from-{one.series}", partial(count_tables.sources, one))


def _beside(page: Page, one: CountTable) -> None:
    months = count_tables.by_month(one)
    show.table(
        page, f"counts-months-{one.series}", lambda: months.head(count_tables.MONTHS), count_words.months_title(one)
    )
    show.table(page, f"counts-furthest-{one.series}", lambda: count_tables.furthest(one), "Furthest apart")
    with st.expander(f"All {len(one.compared):,} counts beside ours"):
        show.table(page, f"counts-parts-{one.series}", lambda: count_tables.by_part(one), "By area and strand")
        show.long_list(count_tables.compared(one))
