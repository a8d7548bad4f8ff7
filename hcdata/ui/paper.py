"""A page on paper: charts scaled to the sheet, and the marking on every sheet."""

from pathlib import Path

import pandas as pd
import streamlit as st

from hcdata.common.config import Force
from hcdata.ui import markup

# Rows of a list that are printed, some thirty to a sheet.
MOST_ROWS = 2_000
STYLE = Path(__file__).with_name("paper.css")
_SCRIPT = Path(__file__).with_name("paper.js").read_text(encoding="utf-8")


# What was drawn for a dark page is turned to dark ink: its text by colour, its charts as negatives of themselves.
_DARK = """@media print {
  :root, body { color-scheme: light !important; background-color: #ffffff !important; }
  .stApp, .stApp * { color: #0b0c0c !important; background-color: transparent !important; }
  [data-testid="stPlotlyChart"] { filter: invert(1) hue-rotate(180deg); }
}"""


def prepare(force: Force, *, dark: bool) -> None:
    """Make the page ready to be printed; nothing of it shows on the screen."""
    st.html(STYLE)
    st.html(f"<style>{_sheet(force)}{_DARK if dark else ''}</style>")
    st.html(f"<script>{_SCRIPT}</script>", unsafe_allow_javascript=True)


def whole_list(frame: pd.DataFrame) -> str:
    """Return a list that scrolls on the screen as a table for the printed page, and say what is left off."""
    left = len(frame) - MOST_ROWS
    more = f"<p>{left:,} further rows are not printed: choose a shorter period or a district.</p>" if left > 0 else ""
    return f'<div class="on-paper">{markup.table(frame.head(MOST_ROWS))}{more}</div>'


def _sheet(force: Force) -> str:
    """Return the rule that puts marking and handling at the head of each sheet, and its number at the foot."""
    marking = markup.css_text(" · ".join(filter(None, (force.marking, force.handling))))
    head = f"@top-center {{ content: {marking}; }}"
    foot = '@bottom-center { content: counter(page) " of " counter(pages); }'
    return f"@page {{ {head} {foot} }}"
