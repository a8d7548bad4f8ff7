"""A table with months as columns on the Load page: its months, and which of our measures it is a count of."""

import streamlit as st

from hcdata.ingest.files import month_columns
from hcdata.ingest.values.clean import normalise
from hcdata.loading.staging import Item
from hcdata.schema.feeds import FEEDS
from hcdata.views.quality import comparable

_NONE = "none: it is shown as it is"


def choose_measure(item: Item, key: str) -> str | None:
    """Say which months were found, and ask which measure the counts are of."""
    months = month_columns.find(item.headers).values()
    st.markdown(f"Counts in {len(months)} months, {min(months):%b %Y} to {max(months):%b %Y}; never added to records.")
    counts = comparable()
    options = {"": _NONE, **counts}
    now = item.layout.measure if item.layout.measure in counts else ""
    chosen = st.selectbox(
        "Our measure beside it on the Quality page",
        list(options),
        list(options).index(now),
        format_func=lambda one: options[one],
        key=f"{key}-measure",
    )
    return chosen or None


def month_headers(item: Item) -> set[str]:
    """Return the headers of a table of counts that are months, normalised."""
    if not FEEDS[item.layout.feed].is_counts:
        return set()
    return {normalise(item.headers[place]) for place in month_columns.find(item.headers)}
