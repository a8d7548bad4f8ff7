"""What the columns of hate strands say: a strand in each cell, or by any value but no the strand of the column."""

import streamlit as st

from hcdata.common import config
from hcdata.ingest.layouts.layout import Layout
from hcdata.present.text.code_words import in_words
from hcdata.ui.load_words import listed
from hcdata.ui.markup import plain

# Lists side by side.
_ACROSS = 3


def choose_meanings(layout: Layout, key: str) -> dict[str, str | None]:
    """Offer, for each column of strands the layout reads, the strand a yes in it stands for; return them by column."""
    strands = {strand.id: strand.name for strand in config.load().strand}
    strands |= {strand.id: strand.name for strand in layout.declare_strands}
    said: dict[str, str | None] = {}
    for start in range(0, len(layout.strands), _ACROSS):
        for cell, source in zip(st.columns(_ACROSS), layout.strands[start : start + _ACROSS], strict=False):
            now = source.otherwise or ""
            named = {**strands, **({now: in_words(now)} if now not in strands else {})}
            # The header stands in the choices, which are plain text: in the label it would be read as markup.
            options = {"": f"{source.column}: each cell names its strand"}
            options |= {one: f"{source.column}: any value but no is {name}" for one, name in named.items() if one}
            label = f"Column of strands {len(said) + 1} of {len(layout.strands)}"
            chosen = cell.selectbox(
                plain(label),
                list(options),
                list(options).index(now),
                format_func=options.__getitem__,
                key=f"{key}-said-{source.column}",
            )
            said[source.column] = chosen or None
    for source in layout.strands:
        meant = [f"{text} is {in_words(strand).lower()}" for text, strand in source.values.items()]
        if meant:
            st.markdown(f"In {plain(listed([source.column]))}: {plain('; '.join(meant))}.")
    return said
