"""Load: drop exports, see how they are read, put the mapping right, publish or walk away."""

import streamlit as st

from hcdata.ui import load_files, load_gate, load_item, load_publish
from hcdata.ui.frame import begin_page
from hcdata.ui.markup import plain

page = begin_page(bar=False, stored=False)
if not load_gate.allowed():
    st.error("Loading in the browser is not allowed here ([loading] in config.toml). Use `python -m hcdata load`.")
    st.stop()
load_publish.last_receipt()
st.markdown("Nothing is loaded before you publish, and what you drop here is removed when you are done.")
staging = load_files.drop()
if staging:
    day = st.date_input("Data to, where no file says so", value=None, format="DD/MM/YYYY")
    for note in staging.notes:
        st.warning(plain(note))
    trials = [load_item.show(staging, item, number, day, page.scope) for number, item in enumerate(staging.items)]
    tried = zip(staging.items, trials, strict=True)
    load_publish.choose(staging, [item for item, found in tried if found and found.rows_accepted], day)
