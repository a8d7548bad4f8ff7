"""One file in hand on the Load page: what it is taken for, its first rows, its mapping and the dry run's receipt."""

from datetime import date

import streamlit as st

from hcdata.common.access import Scope
from hcdata.common.errors import HcdataError
from hcdata.common.progress import told_to
from hcdata.ingest.layouts import layout_text
from hcdata.loading.dry_run import DryRun
from hcdata.loading.staging import Item, Staging
from hcdata.ui import load_dry_run, load_mapping, load_rows
from hcdata.ui.markup import plain

Tried = tuple[str, date | None, int]


def show(staging: Staging, item: Item, number: int, extract_date: date | None, scope: Scope) -> DryRun | None:
    """Show one file and return its dry run; None where it could not be tried."""
    st.subheader(plain(load_dry_run.label(item)), anchor=False)
    load_rows.first_rows(item, scope)
    with st.expander("Which column is which", expanded=item.drafted and not item.corrected):
        if load_mapping.mapping(staging, item, f"m{number}-{item.label}"):
            st.rerun()
    load_mapping.still_missing(item)
    with st.expander("The layout as a file"):
        st.code(layout_text.write(item.layout.whole, load_dry_run.label(item)), language="toml")
    try:
        found = _tried(staging, item, number, extract_date)
    except HcdataError as fault:
        st.error(plain(fault))
        return None
    load_dry_run.receipt(found)
    if load_dry_run.unmapped(staging, found, f"a{number}-{item.label}"):
        st.rerun()
    return found


def _tried(staging: Staging, item: Item, number: int, extract_date: date | None) -> DryRun:
    """Try an item once for each layout, date and state of the register."""
    key = f"load-item-tried-{number}-{item.label}"
    asked: Tried = (item.layout.digest, extract_date, staging.entries)
    kept: tuple[Tried, DryRun] | None = st.session_state.get(key)
    place = st.empty()
    if kept and kept[0] == asked:
        return kept[1]
    try:
        with (
            place.status(f"{plain(item.label)}: reading") as told,
            told_to(lambda text: told.update(label=plain(text))),
        ):
            found = staging.try_out(item, extract_date)
    finally:
        place.empty()
    st.session_state[key] = asked, found
    return found
