"""What a load would make of a file: the dry run's receipt, and the values that can be mapped once for all loads."""

import getpass
from html import escape

import pandas as pd
import streamlit as st

from hcdata.common import config
from hcdata.ingest.values import clean
from hcdata.ingest.values.lookup import ALIAS_OF
from hcdata.ingest.values.unmapped import Unmapped
from hcdata.loading import aliases
from hcdata.loading.dry_run import DryRun, Rows
from hcdata.loading.staging import Item, Staging
from hcdata.present.text.code_words import in_words
from hcdata.schema.reject_reasons import REASONS
from hcdata.ui import markup
from hcdata.ui.load_words import count
from hcdata.ui.markup import plain

# Values offered to be mapped at once, those of most rows first.
_OFFERED = 12
_LEAVE = "leave it unmapped"


def receipt(found: DryRun) -> None:
    """Say what would be accepted, rejected, unreadable and complete; rows by number, never by value."""
    rejected = found.rows_read - found.rows_accepted
    st.markdown(
        f"Rows read {found.rows_read:,} = accepted {found.rows_accepted:,} + rejected {rejected:,}."
        f" Distinct records {found.records:,}. Data to {plain(found.data_to)}. Layout {plain(found.layout)},"
        f" version {plain(found.version)} ({plain(found.digest)})."
    )
    if found.dates:
        st.html(f"<p>Dates: {escape('; '.join(found.dates))}.</p>")
    if found.people:
        st.html(f"<p>People: {escape('; '.join(found.people))}.</p>")
    if found.strands:
        st.html(f"<p>Strands: {escape('; '.join(found.strands))}.</p>")
    if found.kinds:
        st.html(f"<p>Rows: {escape('; '.join(found.kinds))}.</p>")
    troubles = [
        *(("rejected", reason, rows, REASONS[reason]) for reason, rows in found.rejected.items()),
        *(("kept in part", fault, rows, _kept(fault, found)) for fault, rows in found.faults.items()),
    ]
    if troubles:
        frame = pd.DataFrame(
            [(what, in_words(why), rows.rows, _numbers(rows), do) for what, why, rows, do in troubles],
            columns=["Rows are", "Because", "Rows", "The first of them", "What to do"],
        )
        st.html(markup.table(frame, "What could not be read"))
    if found.complete and found.rows_accepted:
        shares = [(in_words(name), n, f"{n / found.rows_accepted:.0%}") for name, n in found.complete.items()]
        with st.expander("How complete each field is"):
            st.html(markup.table(pd.DataFrame(shares, columns=["Field", "Rows with a value", "Share"])))


def _kept(fault: str, found: DryRun) -> str:
    """Say what becomes of a cell that could not be read."""
    if fault.startswith("count "):
        return "The count is not given, and never 0."
    if fault == "strands unmapped" and any(map(_says_yes, found.unmapped)):
        return (
            "This field counts as not recorded. A yes does not say which strand: choose it under Which column is which."
        )
    if fault == "rank unmapped":
        return "The contact counts, and as nobody's of a supervisor."
    return "This field counts as not recorded."


def unmapped(staging: Staging, found: DryRun, key: str) -> bool:
    """Offer to say what unmapped values mean, for this and all later loads; return whether any was entered."""
    open_values = [one for one in found.unmapped if one.field in ALIAS_OF and one.text and not _says_yes(one)]
    if not open_values:
        return False
    offered = sorted(open_values, key=lambda one: -one.rows)[:_OFFERED]
    with (
        st.expander(f"{plain(count(len(open_values), 'value'))} nobody has mapped", expanded=True),
        st.form(f"load-item-{key}-values"),
    ):
        st.markdown("What is entered here goes to the register and holds for all later loads. It can be withdrawn.")
        chosen: dict[tuple[str, str], str] = {}
        for number, one in enumerate(offered):
            field = ALIAS_OF[one.field]
            place = f"{number + 1} of {len(offered)}"
            chosen[field, str(one.text)] = _meaning(one, field, place, f"{key}-v{number}")
        if len(open_values) > len(offered):
            st.markdown(f"{len(open_values) - len(offered):,} more are shown when these are mapped.")
        if not st.form_submit_button("Enter these meanings"):
            return False
    return _enter(staging, chosen)


def _says_yes(one: Unmapped) -> bool:
    """Whether a value is a yes in a column of strands: what it stands for is that column's, and not for every file."""
    return ALIAS_OF.get(one.field) == "strand" and clean.yes_no(str(one.text)) is not None


def _meaning(one: Unmapped, field: str, place: str, key: str) -> str:
    # The value stands in the choices, which are plain text: in the label it would be read as markup, or read out with
    # the marks that keep it from being so.
    ids = aliases.ids(config.load(), field)
    said = {"": f"{one.text}: {_LEAVE}", **{target: f"{one.text} is {name}" for target, name in ids.items()}}
    label = f"Value {place}: {in_words(field).lower()}, {count(one.rows, 'row')}"
    chosen = st.selectbox(plain(label), list(said), format_func=said.__getitem__, key=key)
    return str(chosen or "")


def _enter(staging: Staging, chosen: dict[tuple[str, str], str]) -> bool:
    told = {value: target for value, target in chosen.items() if target}
    for (field, text), target in told.items():
        aliases.add(staging.store, config.load(), field, text, target, getpass.getuser(), "on the Load page")
    return bool(told)


def _numbers(rows: Rows) -> str:
    return ", ".join(map(str, rows.examples)) + (" ..." if rows.rows > len(rows.examples) else "")


def label(item: Item) -> str:
    """Say of a file what it is taken for."""
    if item.drafted:
        return f"{item.label}: no layout knows it; this one was drafted from its headers and values"
    part = f", its rows that are {item.layout.feed} records" if item.layout.rows else ""
    return f"{item.label}: {item.layout.title}{part}" + (", corrected here" if item.corrected else "")
