"""The blocks of the Quality page: what would change a figure, what is complete and late, what became of each row."""

from collections.abc import Mapping, Sequence

import streamlit as st

from hcdata.present.tables import quality_tables
from hcdata.present.text import about_words, data_quality, impact_words
from hcdata.present.text.impact_words import NOTE_PREFIX, Said
from hcdata.schema import incident_issues
from hcdata.schema.issues import FIELDS, NOTES, ORDERS, Note
from hcdata.ui import shaded, show
from hcdata.ui.figure_cache import keep
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.quality import Quality
from hcdata.views.quality.impact_kinds import Level
from hcdata.views.quality.incidents import Incidents

HEADINGS: dict[Level, str] = {
    "changes": "What would change a figure",
    "limits": "What limits what can be said",
    "check": "To look into",
}


def findings(page: Page, found: Quality) -> None:
    """Write how many things are wrong, then each with the way to its rows, worst first."""
    with st.container(key="headline"):
        st.markdown(f"**{plain(data_quality.headline(found))}**")
    if page.filters.kind == "incident":
        st.markdown(
            "Of hate crimes, whatever kind of record is chosen; of incidents, how complete they are, and their files."
        )
    for level, heading in HEADINGS.items():
        said = impact_words.findings(found, level)
        if said:
            st.header(plain(heading), anchor=level)
            _list(page, said, level)


def _list(page: Page, said: Sequence[Said], level: str) -> None:
    for number, one in enumerate(said, start=1):
        with st.container(key=f"finding-{level}-{number}"):
            st.markdown(f"**{number}.** {plain(one.text)}")
            if one.cases:
                show.case_link(page, one.cases, one.label)
            else:
                st.markdown(f"[{plain(one.label)}](#{one.anchor})")


def completeness(page: Page, found: Quality) -> None:
    """Write the twelve key fields by district and by month, those below what is expected marked."""
    st.header(f"Completeness, {plain(about_words.period(found.about))}", anchor="completeness")
    expected = page.answers.config.quality.complete
    whole, months = quality_tables.completeness(found), quality_tables.months(found)
    under = data_quality.marked(expected, quality_tables.holds_few(whole, months))
    st.markdown(f"**{plain(data_quality.completeness_title(found))}.** Per cent of hate crimes; {plain(under)}.")
    if found.noted.total:
        st.html(keep(page, "completeness", lambda: shaded.table(whole, expected, "By district")))
        links(page, found, list(FIELDS))
        st.html(keep(page, "completeness-months", lambda: shaded.table(months, expected, "By month recorded")))
    if found.incidents:
        _incidents(page, found.incidents, expected)


def _incidents(page: Page, found: Incidents, expected: float) -> None:
    """Write the fields that matter for an incident, and what contradicts itself on one."""
    st.subheader("Incidents", anchor="completeness-incidents")
    whole, months = quality_tables.completeness(found), quality_tables.months(found)
    st.markdown(
        f"**{plain(data_quality.completeness_title(found, 'incident'))}.** Per cent of incidents of every kind, never"
        f" added to crimes; {plain(data_quality.marked(expected, quality_tables.holds_few(whole, months)))}."
    )
    if found.noted.total:
        st.html(keep(page, "incidents", lambda: shaded.table(whole, expected, "By district")))
        links(page, found, list(incident_issues.NOTES), incident_issues.NOTES, "Incidents behind it")
        st.html(keep(page, "incidents-months", lambda: shaded.table(months, expected, "By month created")))


def links(
    page: Page,
    found: Quality | Incidents,
    notes: Sequence[str],
    words: Mapping[str, Note] = NOTES,
    label: str = "Crimes behind it",
) -> None:
    """Offer the records behind each of several notes."""
    there = [(note, found.noted.count(note)) for note in notes if found.noted.count(note)]
    if there:
        with st.popover(plain(label), type="tertiary"):
            for note, n in there:
                show.case_link(page, {"measure": NOTE_PREFIX + note, "state": "all"}, f"{n:,} {words[note].crimes}")


def delay(page: Page, found: Quality) -> None:
    """Write how long recording takes, by district, and by month behind a button."""
    st.header("Recording delay", anchor="delay")
    st.markdown(plain(data_quality.delay_sentence(found.delay)))
    if not found.delay.known:
        return
    show.table(page, "delay", lambda: quality_tables.delay(found))
    with st.container(horizontal=True, vertical_alignment="center", key="tools-delay"):
        with st.popover("By month", type="tertiary"):
            show.table(page, "delay-months", lambda: quality_tables.delay_months(found))
        late = {"measure": "recorded_within_24h", "state": "not_met"}
        show.case_link(page, late, f"{found.delay.late:,} over {found.delay.hours} hours")
        very = {"measure": f"{NOTE_PREFIX}recorded_after_72_hours", "state": "all"}
        show.case_link(page, very, f"{found.delay.very_late:,} over 72 hours")


def contradictions(page: Page, found: Quality) -> None:
    """Write dates out of order, and how many crimes carry several strands."""
    st.header("Dates and strands that contradict themselves", anchor="orders")
    show.table(page, "orders", lambda: quality_tables.orders(found))
    if quality_tables.orders(found).empty:
        st.markdown("Every date is in an order that can be.")
    links(page, found, ORDERS)
    st.markdown(plain(data_quality.strands_sentence(found.strands)))


def published(page: Page, found: Quality) -> None:
    """Write published figures beside ours."""
    st.header("Published figures", anchor="published")
    st.markdown(plain(data_quality.published_sentence(found.published)))
    show.table(page, "published", lambda: quality_tables.published(found))
