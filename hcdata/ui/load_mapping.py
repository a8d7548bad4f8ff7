"""The mapping of one file, put right from lists: which column is which field, and how the file is written."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from hcdata.common.errors import HcdataError
from hcdata.common.progress import told_to
from hcdata.ingest.layouts.layout import DateOrder, NoReference
from hcdata.ingest.suggest.correct import Corrections, correct, corrections_of
from hcdata.loading.staging import Item, Staging
from hcdata.present.text import numbers
from hcdata.present.text.code_words import in_words
from hcdata.schema.feeds import FEEDS
from hcdata.ui.load_counts import choose_measure
from hcdata.ui.load_lists import choose_column
from hcdata.ui.load_people import people
from hcdata.ui.load_strands import choose_meanings
from hcdata.ui.markup import plain

Choice = TypeVar("Choice")
_ORDERS: dict[DateOrder, str] = {
    "dmy": "day first: 31/12/2026",
    "mdy": "month first: 12/31/2026",
    "month": "whole months: 2026-12",
}
_ROWS: dict[NoReference, str] = {"reject": "rejected", "row": "each is a record of its own"}
_REFERENCE = ("crime_ref", "incident_ref")
# Lists side by side.
_ACROSS = 3


def mapping(staging: Staging, item: Item, key: str) -> bool:
    """Offer the mapping as lists and return whether it was changed."""
    if item.layout.rows:
        st.markdown("Its rows go to two kinds of record, which lists cannot change: change the layout as a file.")
        return False
    before = corrections_of(item.layout)
    with st.form(f"load-item-{key}"):
        answers = (_of_counts if FEEDS[item.layout.feed].is_counts else _of_records)(item, before, key)
        if not st.form_submit_button("Use this mapping"):
            return False
    if answers == before:
        return False
    try:
        pattern = _pattern(staging, item, before, answers)
        item.layout = correct(item.layout, answers, pattern, served=not item.drafted)
    except HcdataError as fault:
        st.error(plain(fault))
        return False
    item.corrected = True
    return True


def still_missing(item: Item) -> None:
    """Say which fields a record of a drafted layout cannot be without have no column yet."""
    wanted = [field for field in FEEDS[item.layout.feed].needed if field not in item.layout.fields]
    if item.layout.no_reference == "row":
        wanted = [field for field in wanted if field not in _REFERENCE]
    if item.drafted and wanted:
        named = numbers.listed([in_words(field).lower() for field in wanted])
        st.warning(f"No column is chosen for {plain(named)}: choose it under Which column is which.")


def _of_records(item: Item, before: Corrections, key: str) -> Corrections:
    chosen, found = _fields(item, before, key), before
    if FEEDS[item.layout.feed].is_case:
        marked = st.multiselect("Columns of hate strands", _headers(item), _there(item, before.strands), key=f"{key}-s")
        said = choose_meanings(item.layout, key)
        found = replace(found, strands=marked, said=said, persons=people(item.layout, _headers(item), key))
    across = st.columns(_ACROSS)
    order = _choose(across[0], "Dates are written", _ORDERS, before.date_order)
    found = replace(found, fields=chosen, date_order=order)
    if not FEEDS[item.layout.feed].is_case:
        return found
    return replace(
        found,
        no_reference=_choose(across[1], "Rows without a reference are", _ROWS, before.no_reference),
        districts_as_found=across[2].checkbox("Take districts as they are", before.districts_as_found),
    )


def _of_counts(item: Item, before: Corrections, key: str) -> Corrections:
    chosen, across = _fields(item, before, key), st.columns(_ACROSS)
    with across[0]:
        measure = choose_measure(item, key)
    as_found = across[1].checkbox("Take districts as they are", before.districts_as_found)
    return replace(before, fields=chosen, districts_as_found=as_found, measure=measure)


def _fields(item: Item, before: Corrections, key: str) -> dict[str, str | None]:
    """One list for each field; answers as `Answers.fields` wants them, fields without a column left out."""
    fields = [field for field in FEEDS[item.layout.feed].fields if field != "strands"]
    chosen: dict[str, str | None] = {}
    for start in range(0, len(fields), _ACROSS):
        for cell, field in zip(st.columns(_ACROSS), fields[start : start + _ACROSS], strict=False):
            now, why = before.fields.get(field), item.why.get(field, "")
            header = choose_column(cell, _label(field, why), _headers(item), now, f"{key}-{field}", why)
            if header:
                chosen[field] = header
    return chosen


def _label(field: str, why: str) -> str:
    """Say a field in words, and how sure the draft is of it."""
    sure = why.split(":", 1)[0]
    return in_words(field) + (f" ({sure})" if sure else "")


def _pattern(staging: Staging, item: Item, before: Corrections, answers: Corrections) -> str | None:
    """Return the form of the references where another column was chosen for them."""
    for field in _REFERENCE:
        header = answers.fields.get(field)
        if header and header != before.fields.get(field):
            with st.status(f"{plain(header)}: reading") as told, told_to(lambda text: told.update(label=plain(text))):
                return staging.pattern(item, header)
    return None


def _headers(item: Item) -> list[str]:
    return list(dict.fromkeys(header for header in item.headers if header))


def _there(item: Item, wanted: Iterable[str]) -> list[str]:
    headers = _headers(item)
    return [header for header in wanted if header in headers]


def _choose(cell: DeltaGenerator, label: str, options: Mapping[Choice, str], now: Choice) -> Choice:
    known = list(options)
    chosen: Choice | None = cell.selectbox(plain(label), known, known.index(now), format_func=lambda one: options[one])
    return chosen or now
