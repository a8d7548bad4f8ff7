"""What became of every row, as the Quality page shows it: rejected, not read, not mapped, and each file."""

import pandas as pd
import streamlit as st

from hcdata.present import book_tables, comma_separated, data_quality
from hcdata.ui import show
from hcdata.ui.frame import Page
from hcdata.views.quality import Quality


def rows(page: Page, found: Quality) -> None:
    """Account for every row: rejected by reason, cells not read, and each file."""
    st.header("Rejected rows", anchor="rejects")
    st.markdown(data_quality.rows_sentence(found))
    show.table(page, "rejects", lambda: book_tables.rejects(found))
    _download("Rejected rows (CSV)", page.desk.rejected_rows(page.filters, page.scope), "rejected rows.csv")
    st.header("Cells that could not be read", anchor="faults")
    if found.books.faults.empty:
        st.markdown("Every cell of the rows used was read.")
    show.table(page, "faults", lambda: book_tables.faults(found))
    _download("Cells not read (CSV)", page.desk.faulty_cells(page.filters, page.scope), "cells not read.csv")
    if len(found.books.unmapped):
        show.table(page, "unmapped", lambda: book_tables.unmapped(found), "Values nobody has mapped")
        st.markdown("Map one for all later loads with `python -m hcdata alias add`, or on the Load page.")
    st.header("Files loaded", anchor="files")
    show.table(page, "feeds", lambda: book_tables.feeds(found))
    show.long_list(book_tables.files(found))


def _download(label: str, frame: pd.DataFrame, name: str) -> None:
    if len(frame):
        st.download_button(
            label, comma_separated.write(frame), name, "text/csv", on_click="ignore", icon=":material/download:"
        )
