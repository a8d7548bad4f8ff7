"""The end of a visit to the Load page: published, or walked away from; and the receipt."""

from datetime import date

import streamlit as st

from hcdata.common.errors import HcdataError
from hcdata.common.progress import told_to
from hcdata.loading.receipt import Receipt
from hcdata.loading.staging import Item, Staging
from hcdata.ui import load_files
from hcdata.ui.load_words import count
from hcdata.ui.markup import plain

_RECEIPT, _SEEN = "load_receipt", "load_seen"


def choose(staging: Staging, ready: list[Item], extract_date: date | None) -> None:
    """Offer to publish what is ready, as it was last shown, or to walk away."""
    shown = extract_date, [(item.label, item.layout.digest) for item in ready]
    seen, st.session_state[_SEEN] = st.session_state.get(_SEEN, shown), shown
    with st.container(horizontal=True, key="load-choice"):
        publish = st.button(f"Publish {plain(count(len(ready), 'file'))}", type="primary", disabled=not ready)
        away = st.button("Walk away")
    if away:
        load_files.walk_away()
        st.session_state[_RECEIPT] = None
        st.rerun()
    if publish and shown != seen:
        # A date is taken when the cursor leaves it, which may be on the way to this button.
        st.warning("Nothing is published yet: what stands above has changed. Look at it, then publish.")
    elif publish:
        try:
            with st.status("Loading", expanded=False) as told, told_to(lambda text: told.update(label=plain(text))):
                receipt = staging.publish(ready, extract_date)
        except HcdataError as fault:
            st.error(f"Nothing was changed. {plain(fault)}")
            return
        load_files.walk_away()
        st.session_state[_RECEIPT] = receipt
        st.rerun()


def last_receipt() -> None:
    """Show the receipt of what was published on this visit."""
    receipt: Receipt | None = st.session_state.get(_RECEIPT)
    if receipt:
        st.success("Published: every page now shows it." if receipt.snapshot else "Nothing changed.")
        st.code("\n".join(receipt.lines()), language=None, wrap_lines=True)
        st.page_link("pages/data/quality.py", label="What it did to the quality of the data")
