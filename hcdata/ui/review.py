"""The blocks of a district's monthly review, in the order of the conversation."""

from dataclasses import replace
from functools import partial

import streamlit as st

from hcdata.present.tables import review_tables, tables
from hcdata.present.text import data_quality, duty_words, findings, impact_words, plan_words, review_words
from hcdata.ui import navigation, sections, show
from hcdata.ui.figure_cache import keep
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.review import NEAR, Review


def this_month(page: Page, found: Review) -> None:
    """Write the month in three sentences, then what stands out over the period, then the headline figures."""
    st.header("This month", anchor="month")
    first, *others = review_words.this_month(found)
    with st.container(key="headline"):
        st.markdown(f"**{plain(first)}**")
    st.markdown("\n".join(f"- {plain(one)}" for one in others))
    _link_missed(page, found)
    show.finding_list(page, keep(page, "findings", lambda: findings.findings(found.own)), navigation.find)
    if closing := findings.closing(found.own):
        st.markdown(plain(closing))
    show.tiles(page, found.own.headlines, "headlines")


def _link_missed(page: Page, found: Review) -> None:
    """Offer the cases of last month that each duty missed."""
    month = replace(page.filters, period="month", start=None, end=None)
    missed = [one for one in found.due if not one.missing and one.missed]
    with st.container(horizontal=True, gap="small", key="links-due"):
        for one in missed:
            wanted = {"measure": one.measure, "state": "missed"}
            show.case_link(page, wanted, f"{one.title}: {duty_words.missed(one)}", month)


def put_right(page: Page, found: Review) -> None:
    """Write each promise's open cases, whenever they fell due, and one list of their crimes."""
    st.header("To put right now", anchor="put-right")
    st.markdown(
        "Open crimes that lack what the plan asks for, of whatever month, so that it can still be done and recorded."
        " The figures above count those of their period alone."
    )
    every = replace(page.filters, period="all", start=None, end=None)
    for one in found.work.promises:
        with st.container(key=f"finding-promise-{one.measure}"):
            st.markdown(plain(review_words.promise_sentence(one)))
            if one.n:
                show.case_link(
                    page, {"measure": one.measure, "state": "to_put_right"}, f"{one.n:,} to put right", every
                )
    if len(found.work.crimes):
        with st.expander(f"All {len(found.work.crimes):,} crimes, the longest waiting first"):
            show.long_list(review_tables.work(found.work))


def ahead(page: Page, found: Review) -> None:
    """Write what falls due in the days to come: meetings and actions by day, then crimes near their time limit."""
    st.header("Next 45 days", anchor="ahead")
    said = [review_words.ahead_sentence(one) for one in found.ahead]
    st.markdown("\n".join(f"- {plain(one)}" for one in said or ["No meeting and no action that is loaded falls due."]))
    limits = {one.measure: one for one in found.limits}
    with st.container(key="finding-limits"):
        st.markdown(plain(review_words.limits_sentence(found.limits)))
        near = limits[NEAR]
        if near.n and not near.missing:
            show.case_link(page, {"measure": NEAR, "state": "all"}, f"{near.n:,} near their limit")


def aims(page: Page, found: Review) -> None:
    """Write each key action's measures, beside the district's own past and beside the force."""
    st.header("The six aims", anchor="aims")
    st.markdown(
        "Among districts: shares and rates of crimes, judged in a funnel of all districts. Numbers of districts that"
        " differ in size are not set beside each other, nor people and places that may be in several."
    )
    district = page.answers.districts[str(page.place.district)]
    with st.container(key="aims"):
        for action, rows in found.aims:
            title = f"{action.number} {action.name}"
            show.table(page, f"aim-{action.id}", partial(review_tables.aim, rows, district), title)
            if action.unmeasured:
                st.markdown(plain(f"Not yet measured: {'; '.join(action.unmeasured)}."))


def actions(page: Page, found: Review) -> None:
    """Write the district's actions of the delivery plan."""
    st.header("Actions", anchor="plan")
    st.markdown(plain(plan_words.plan_sentence(found.own.plan)))
    with st.container(key="wide-actions"):
        show.table(page, "actions", lambda: tables.actions(found.own.plan))


def data(page: Page) -> None:
    """Write what in the district's own data would change a figure."""
    st.header("Its data", anchor="data")
    found = page.answers.quality(page.filters, page.scope)
    st.markdown(plain(data_quality.headline(found)))
    said = impact_words.findings(found, "changes")
    st.markdown("\n".join(f"- {plain(one.text)}" for one in said))


def people_and_places(page: Page, found: Review) -> None:
    """Draw who and where again: people, settings, places, those new this quarter marked."""
    st.header("Nominals", anchor="nominals")
    sections.nominals(page, found.own)
    st.header("Locations", anchor="locations")
    sections.locations(page, found.own)


def who_answers(page: Page) -> None:
    """Write who answers for the district."""
    district = next((one for one in page.answers.config.district if one.id == page.place.district), None)
    if district:
        st.header("Who answers", anchor="who")
        st.markdown(plain(review_words.answers_for(district)))
