"""The first rows of a file: never a person's columns, nor what may be about people unless the reader may see it."""

import pandas as pd
import streamlit as st

from hcdata.common import config
from hcdata.common.access import Scope
from hcdata.ingest.values.clean import normalise
from hcdata.ingest.values.known_cells import describe_unknown
from hcdata.ingest.values.lookup import plain_headers, showable
from hcdata.loading.staging import Item
from hcdata.ui import markup
from hcdata.ui.load_counts import month_headers
from hcdata.ui.load_words import listed
from hcdata.ui.markup import plain

_CAPTION = "First rows; a cell that holds no known value is described in brackets"


def first_rows(item: Item, scope: Scope) -> None:
    """Show the first rows: of no column that is a person's; of others those of fields that name nobody, or by leave."""
    open_to_all = plain_headers(item.layout) | month_headers(item)
    persons = {normalise(header) for person in item.layout.persons for header in person.columns}
    shown = [
        place
        for place, header in enumerate(item.headers)
        if header and (normalise(header) in open_to_all or (scope.people and normalise(header) not in persons))
    ]
    hidden = [header for place, header in enumerate(item.headers) if header and place not in shown]
    left_out = [header if showable(header) else "(not shown)" for header in hidden]
    cells = [[row[place] if place < len(row) else "" for place in shown] for row in item.rows]
    names = [item.headers[place] for place in shown]
    if not scope.people:
        say = describe_unknown(config.load(), item.layout)
        cells = [[say(name, cell) for name, cell in zip(names, row, strict=True)] for row in cells]
    if shown:
        st.html(markup.table(pd.DataFrame(cells, columns=_apart(names)), _CAPTION))
    if left_out:
        st.markdown(
            "Columns not shown here, because they are or may be about people, or are not used by the layout: "
            + plain(listed(left_out))
        )


def _apart(names: list[str]) -> list[str]:
    """Number headers that stand twice: a table wants each once."""
    return [name if names.index(name) == place else f"{name} ({place + 1})" for place, name in enumerate(names)]
