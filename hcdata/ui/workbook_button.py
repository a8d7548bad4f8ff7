"""The button that writes the Chief Officers' workbook of what the page shows."""

import streamlit as st

from hcdata.common.access import Scope
from hcdata.common.filters import Filters
from hcdata.exports import chief_officers
from hcdata.views.answers import Answers
from hcdata.views.results import About

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def draw(answers: Answers, filters: Filters, scope: Scope, about: About) -> None:
    """Offer the workbook; it is written, reopened and checked when asked for, never before."""
    st.download_button(
        "Chief Officers' workbook (Excel)",
        data=lambda: chief_officers.as_bytes(answers, filters, scope, by="Dashboard"),
        file_name=chief_officers.suggest_name(about),
        mime=MIME,
        on_click="ignore",
        icon=":material/download:",
    )
