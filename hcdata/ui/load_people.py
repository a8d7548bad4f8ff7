"""The columns that hold people, put right from lists: of whom a file tells, and which column holds what of them."""

from collections.abc import Sequence

import streamlit as st

from hcdata.ingest.layouts.layout import Layout, PersonSource
from hcdata.ingest.suggest.correct import PARTS, people_offered
from hcdata.ui.load_lists import choose_column
from hcdata.ui.markup import plain

_LABELS = {
    "role_column": "Column of the role",
    "type": "Person or organisation",
    "system_id": "System id",
    "surname": "Surname",
    "forenames": "Forenames",
    "born": "Date of birth",
    "sex": "Sex",
}
_WHO = {"victim": "Victim", "suspect": "Suspect", "subject": "Subject", None: "Anybody, by a column of the role"}
# Lists side by side.
_ACROSS = 3


def people(layout: Layout, headers: Sequence[str], key: str) -> tuple[PersonSource, ...]:
    """Offer a list for each part of each person a row may hold; return the people that have a column."""
    offered = people_offered(layout)
    if not offered:
        return ()
    st.markdown("Columns of people: names become pseudonyms when the file is loaded, and none is shown here.")
    chosen, names = [], _names(offered)
    for tab, name, person in zip(st.tabs([plain(name) for name in names]), names, offered, strict=True):
        with tab:
            if person.only_if:
                st.markdown("Kept only where the threshold is met; without a column for that, nothing is kept.")
            chosen.append(_parts(person, headers, f"{key}-{name}"))
    return tuple(person for person in chosen if person.columns)


def _parts(person: PersonSource, headers: Sequence[str], key: str) -> PersonSource:
    wanted = [part for part in PARTS if part != "role_column" or not person.role]
    told: dict[str, str | None] = {}
    for start in range(0, len(wanted), _ACROSS):
        for cell, part in zip(st.columns(_ACROSS), wanted[start : start + _ACROSS], strict=False):
            told[part] = choose_column(cell, _LABELS[part], headers, getattr(person, part), f"{key}-{part}")
    return person.model_copy(update=told)


def _names(offered: Sequence[PersonSource]) -> list[str]:
    """Name each person by role, a second one of the same role by number: two tabs may not be called alike."""
    names = [_WHO[person.role] for person in offered]
    counts = [names[: place + 1].count(name) for place, name in enumerate(names)]
    return [name if n == 1 else f"{name} {n}" for name, n in zip(names, counts, strict=True)]
