"""Lists of references: the cases a measure counts, and the crimes a note on the data stands on."""

import streamlit as st

from hcdata.present.tables import lists, quality_tables
from hcdata.present.text import hours, numbers, words
from hcdata.present.text.impact_words import NOTE_PREFIX
from hcdata.schema import incident_issues
from hcdata.schema.issues import NOTES
from hcdata.ui import show
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain


def offered(page: Page) -> dict[str, str]:
    """Return what can be listed, id to title: measures, then notes on the data."""
    measures = dict(page.answers.definitions()[["id", "title"]].itertuples(index=False))
    crimes = {NOTE_PREFIX + note: f"Data: crimes {said.crimes}" for note, said in NOTES.items()}
    incidents = {NOTE_PREFIX + note: f"Data: incidents {said.crimes}" for note, said in incident_issues.NOTES.items()}
    return measures | crimes | incidents


def states(page: Page, measure: str) -> dict[str, str]:
    """Return what can be asked of a measure's cases: its states, or whether they are repeats."""
    found = page.answers.definitions().set_index("id")[["counts", "duty"]]
    return lists.states(*found.loc[measure]) if measure in found.index else lists.states("crime", duty=False)


def is_note(chosen: str) -> bool:
    """Say whether a note was chosen, and not a measure."""
    return chosen.startswith(NOTE_PREFIX)


def counted(page: Page, measure: str, state: str) -> None:
    """List the cases behind a measure's figure, or of the one hour of the week the address asks for."""
    hour = hours.read_hour(st.query_params.get("hour", ""))
    found = page.answers.cases(page.filters, page.scope, measure, state, hour)
    st.markdown(plain(words.figure_sentence(found.figure, page.answers.about(page.filters, page.scope))))
    of_it = f", of offences on {hours.name_hour(*hour)}" if hour else ""
    rows = numbers.counted(len(found.rows), "row", "rows")
    st.markdown(
        f"**{plain(rows)}** ("
        + plain(f"{states(page, measure)[state].lower()}){of_it}, {lists.order(state)}. {lists.counted(found)}")
    )
    show.long_list(lists.cases(found))
    show.counted(page, measure, "cases", cases=False)
    show.query(found)


def noted(page: Page, chosen: str) -> None:
    """List the crimes or incidents one note stands on, with what it does to figures and what to do."""
    name = chosen.removeprefix(NOTE_PREFIX)
    of_incidents = name in incident_issues.NOTES
    listed = page.answers.noted_incidents if of_incidents else page.answers.noted_cases
    found = listed(page.filters, page.scope, name)
    note, records = found.note, quality_tables.count(found, "incident" if of_incidents else "crime")
    st.markdown(
        f"**{plain(records)}** {plain(note.crimes)}, newest first, by recorded date."
        f" {plain(note.does)} {plain(note.do)}"
    )
    show.long_list(quality_tables.cases(found))
