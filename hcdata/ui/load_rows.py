"""The first rows of a file, without what may be about people unless the reader may see it; what is left out is said."""

import pandas as pd
import streamlit as st

from hcdata.access import Scope
from hcdata.ingest.clean import normalise
from hcdata.ingest.lookup import plain_headers
from hcdata.store.tray import Item
from hcdata.ui import markup
from hcdata.ui.load_words import listed


def first_rows(item: Item, scope: Scope) -> None:
    """Show the first rows: all columns to readers with leave to see people, else those of fields that name nobody."""
    plain = plain_headers(item.layout)
    shown = [
        place for place, header in enumerate(item.headers) if header and (scope.people or normalise(header) in plain)
    ]
    left_out = [header for place, header in enumerate(item.headers) if header and place not in shown]
    cells = [[row[place] if place < len(row) else "" for place in shown] for row in item.rows]
    names = [item.headers[place] for place in shown]
    if shown:
        st.html(markup.table(pd.DataFrame(cells, columns=_apart(names)), "First rows, as the file has them"))
    if left_out:
        st.markdown(
            "Columns not shown here, because they may be about people or are not used by the layout: "
            + listed(left_out)
        )


def _apart(names: list[str]) -> list[str]:
    """Number headers that stand twice: a table wants each once."""
    return [name if names.index(name) == place else f"{name} ({place + 1})" for place, name in enumerate(names)]
