"""What loads changed, and why a figure moved, for the period, district and strand the page is asked for."""

from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from hcdata.common.errors import StoreError
from hcdata.common.filters import AsAt, Filters
from hcdata.present.tables import comma_separated
from hcdata.present.text import changed, load_point_words, numbers
from hcdata.stats.periods import add_months, month_start
from hcdata.ui import address, markup, show
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.changes import Movement

BEFORE = {"": "The load before"}
WHOLE = {"": "All of the period"}


def what_changed(page: Page) -> None:
    """Write what changed in the records of the period since an earlier load, and why one measure's figure moved."""
    st.header("What changed since", anchor="changed")
    if len(page.answers.list_moments("")) == 1:
        st.markdown("One load is held: there is none before it to compare with.")
        return
    measures = dict(page.answers.definitions()[["id", "title"]].itertuples(index=False))
    with st.container(key="half-changed"):
        since = _choose_since(page)
        measure = address.choose("Why did this figure move?", measures, "moved", "recorded_hate_crimes")
        filters = _choose_month(page)
    try:
        earlier = page.answers.read_as_at(since) if since else None
        _write(page, filters, page.answers.movement(filters, page.scope, measure, earlier), earlier)
    except StoreError as fault:
        st.markdown(f"{plain(fault.found[0].upper())}{plain(fault.found[1:])}: {plain(fault.do)}.")


def _choose_since(page: Page) -> str:
    """Offer the moments to compare with, the one the address asks for among them, and say where it does not exist."""
    asked = (address.read(["since"]) or {}).get("since", address.kept("since") or "")
    choices = page.answers.list_moments(asked)
    moments = {asked: load_point_words.say(one) for asked, one in choices.items()}
    if asked not in moments:
        st.warning("The address asks to compare with a load or date that is not here: the load before is taken.")
    return address.choose("Since", {**moments, **BEFORE}, "since", "")


def _choose_month(page: Page) -> Filters:
    """Offer the months of the period, newest first, and return the filters of the one chosen."""
    period = page.answers.about(page.filters, page.scope).period
    months = [month_start(period.start)]
    while (following := add_months(months[-1], 1)) < period.end:
        months.append(following)
    named = {f"{month:%Y-%m}": f"{month:%B %Y}" for month in reversed(months)}
    chosen = address.choose("In which month?", {**WHOLE, **named}, "moved_in", "")
    if not chosen:
        return page.filters
    first = date.fromisoformat(f"{chosen}-01")
    start, end = max(first, period.start), min(add_months(first, 1), period.end)
    return replace(page.filters, period="custom", start=start, end=end)


def _write(page: Page, filters: Filters, moved: Movement, earlier: AsAt) -> None:
    for sentence in changed.movement_sentences(moved):
        st.markdown(plain(sentence))
    with st.container(key="half-moved"):
        for part in moved.parts:
            caption = "The figure" if part.name == "n" else "What it is out of"
            with st.container():
                st.html(markup.table(changed.steps(part), caption))
                if len(part.cases):
                    with st.expander(
                        f"The {plain(numbers.counted(len(part.cases), 'case', 'cases'))} that made the difference"
                    ):
                        show.long_list(cases := changed.cases(part))
                        _download(cases, f"{caption}, cases that made the difference.csv")
    found = page.answers.changes(filters, page.scope, earlier)
    st.markdown(plain(changed.changes_sentence(found)))
    if len(found.rows):
        with st.expander("Every field that changed, record by record"):
            show.long_list(rows := changed.changed(found))
            _download(rows, "what changed.csv")


def _download(rows: pd.DataFrame, name: str) -> None:
    st.download_button(
        "These records (CSV)", comma_separated.write(rows), name, "text/csv", on_click="ignore", key=name
    )
