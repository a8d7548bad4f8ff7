"""What became of every row, as the Quality page shows it: rejected, not read, not mapped, and each file."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from hcdata.exports import rejected_rows
from hcdata.present.tables import comma_separated, ledger_tables
from hcdata.present.text import data_quality
from hcdata.ui import show, workbook_button
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.quality import Quality


def rows(page: Page, found: Quality) -> None:
    """Account for every row: rejected by reason, cells not read, and each file."""
    st.header("Rejected rows", anchor="rejects")
    st.markdown(plain(data_quality.rows_sentence(found)))
    with st.container(key="wide-rejects"):
        show.table(page, "rejects", lambda: ledger_tables.rejects(found))
    if found.books.listed and len(found.books.rejects):
        _download(
            "Rejected rows: file, row and reason (CSV)",
            lambda: page.answers.rejected_rows(page.filters, page.scope),
            "rejected rows.csv",
        )
        if page.scope.people:
            _download_texts(page)
    st.header("Cells that could not be read", anchor="faults")
    if found.books.faults.empty:
        st.markdown("Every cell of the rows used was read.")
    show.table(page, "faults", lambda: ledger_tables.faults(found))
    if found.books.listed and len(found.books.faults):
        _download(
            "Cells not read: file, row, field and reason (CSV)",
            lambda: page.answers.faulty_cells(page.filters, page.scope),
            "cells not read.csv",
        )
    if len(found.books.unmapped):
        show.table(page, "unmapped", lambda: ledger_tables.unmapped(found), "Values nobody has mapped")
        st.markdown("Map one for all later loads with `python -m hcdata alias add`, or on the Load page.")
    st.header("Files loaded", anchor="files")
    show.table(page, "feeds", lambda: ledger_tables.feeds(found))
    show.long_list(ledger_tables.files(found))


def _download_texts(page: Page) -> None:
    """Offer rejected rows with their own text; they are read and written when asked for, never before."""
    about = page.answers.about(page.filters, page.scope)
    st.download_button(
        "Rejected rows with their own text, which may name people (Excel)",
        data=lambda: rejected_rows.as_bytes(
            page.answers.rejected_texts(page.filters, page.scope), about, by="Dashboard"
        ),
        file_name=rejected_rows.suggest_name(about),
        mime=workbook_button.MIME,
        on_click="ignore",
        icon=":material/download:",
    )


def _download(label: str, listed: Callable[[], pd.DataFrame], name: str) -> None:
    """Offer a list that may have millions of rows: it is read when asked for, never before."""
    st.download_button(
        plain(label),
        data=lambda: comma_separated.write(listed()),
        file_name=name,
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )
