"""Events and new limits on the Trends page: listed for everybody, entered and withdrawn by those allowed."""

from collections.abc import Callable

import streamlit as st

from hcdata.common.errors import HcdataError
from hcdata.present.tables import closeup_tables
from hcdata.present.text.event_words import KINDS
from hcdata.ui import show
from hcdata.ui.closeup import Series
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views import annotate

BY = "Entered by (role or account)"
_CHANGES, _DONE = "hcdata_entries_made", "hcdata_entry_done"


def draw(page: Page, series: Series) -> None:
    """List the events drawn on the series, and offer what may be changed."""
    trend = series.found.trend
    done = st.session_state.pop(_DONE, None)
    if done:
        st.success(plain(done), icon=":material/check:")
    with st.expander(f"Events and recording changes ({len(trend.events)} in these months)"):
        show.table(page, f"events-{series.name}", lambda: closeup_tables.events(trend.events, page.answers.districts))
        if not page.scope.may_annotate:
            return
        with st.container(key="half-entries"):
            _event_form(page)
            _anew_form(page, series)
        _withdrawals(page, series)


def _event_form(page: Page) -> None:
    with st.form(_named("enter-event")):
        st.markdown("**Enter an event**, drawn on every series in its area")
        day = st.date_input("Date", value=page.answers.data_to, format="DD/MM/YYYY")
        name = st.text_input("Event", max_chars=120, help="What happened, never a person.")
        places = {"force": "Force", **page.answers.districts}
        scope = st.selectbox("Where", list(places), format_func=places.__getitem__)
        kind = st.selectbox("Kind", list(KINDS), format_func=KINDS.__getitem__)
        note, by = st.text_input("Note", max_chars=400), st.text_input(plain(BY), max_chars=80)
        about = {"event_on": day, "name": name, "scope": scope, "kind": kind, "note": note}
        if st.form_submit_button("Enter"):
            said = f"The event is entered for {places[scope]}: it is drawn on every series of its area."
            _change(lambda: annotate.enter_event(page.answers.folder, page.scope, about, by), said)


def _anew_form(page: Page, series: Series) -> None:
    trend = series.found.trend
    starts = [month.date() for month in trend.complete["month"]][1:]
    asked = (series.filters.districts, series.filters.strands)
    if not starts or any(len(chosen) > 1 for chosen in asked):
        st.markdown("Limits start anew for one series: choose one district or strand, or all of them.")
        return
    with st.form(_named("start-anew")):
        st.markdown("**Let the limits of this series start anew**, where the months before are no guide to those after")
        month = st.selectbox("From", starts[::-1], format_func=lambda day: f"{day:%B %Y}")
        reason = st.text_input("Reason", max_chars=400, help="On record, and said on the chart.")
        by = st.text_input(plain(BY), max_chars=80)
        district, strand = (chosen[0] if chosen else None for chosen in asked)
        about = {"measure": trend.measure, "district": district, "strand": strand}
        if st.form_submit_button("Start anew"):
            said = f"The limits of this series start anew in {month:%B %Y}."
            _change(lambda: annotate.start_anew(page.answers.folder, page.scope, about, month, by, reason), said)


def _withdrawals(page: Page, series: Series) -> None:
    trend = series.found.trend
    entered = trend.events[trend.events["entry"].notna()]
    options = {int(row["entry"]): f"{row['name']}, {row['event_on']:%d %b %Y}" for _, row in entered.iterrows()}
    options |= {one.number: f"Limits anew in {one.month:%B %Y}: {one.reason}" for one in trend.rebases}
    if not options:
        return
    with st.form(_named("withdraw-entry")):
        st.markdown("**Withdraw an entry**; it stays on record")
        number = st.selectbox("Entry", list(options), format_func=options.__getitem__)
        reason, by = st.text_input("Reason", max_chars=400), st.text_input(plain(BY), max_chars=80)
        if st.form_submit_button("Withdraw"):
            _change(
                lambda: annotate.withdraw(page.answers.folder, page.scope, number, by, reason),
                "The entry is withdrawn.",
            )


def _named(form: str) -> str:
    """Name a form anew after each change: what was typed stays where it was refused, and goes once it is entered."""
    return f"{form}-{st.session_state.get(_CHANGES, 0)}"


def _change(make: Callable[[], None], said: str) -> None:
    """Make a change and draw the page anew with it and what was `said` of it, or say why it was refused."""
    try:
        make()
    except HcdataError as fault:
        st.error(plain(fault))
        return
    st.session_state[_CHANGES] = st.session_state.get(_CHANGES, 0) + 1
    st.session_state[_DONE] = said
    st.rerun()
