"""The blocks of a key action's page: what it is for, what stands out, and what can still be put right."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from hcdata.present.tables import progress_tables
from hcdata.present.text import numbers as writing
from hcdata.present.text import plan_words, progress_words, review_words
from hcdata.ui import patterns, show, trends
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.progress import Progress
from hcdata.views.results import Comparison, KeyAction, Plan


def stands_out(page: Page, found: Progress, compared: dict[str, Comparison]) -> None:
    """Write what the key action is for and what stands out in it."""
    action = next(one for one in page.answers.config.key_action if one.id == page.place.action)
    if action.purpose:
        st.markdown(plain(progress_words.purpose(action)))
    st.header("What stands out", anchor="findings")
    said = progress_words.findings(found, compared, page.answers.about(page.filters, page.scope))
    st.markdown("\n".join(f"{number}. {plain(one)}" for number, one in enumerate(said, start=1)))


def put_right(page: Page, measures: Sequence[str]) -> None:
    """Write each promise's open cases with nothing recorded, of whatever month, with the way to those of a district."""
    work = page.answers.work_list(page.filters, page.scope)
    promises = [one for one in work.promises if one.measure in measures]
    if not promises:
        return
    st.header("To put right now", anchor="put-right")
    every = replace(page.filters, period="all", start=None, end=None)
    for one in promises:
        st.markdown(plain(review_words.promise_sentence(one)))
        wanted = {"measure": one.measure, "state": "to_put_right"}
        rows = work.by_district[work.by_district["measure"] == one.measure]
        with st.container(horizontal=True, gap="small", key=f"links-{one.measure}"):
            for row in rows.itertuples(index=False):
                show.case_link(page, wanted, f"{row.name} {row.n:,}", replace(every, districts=(row.district,)))


def numbers(page: Page, found: Progress) -> None:
    """Draw the measures that are numbers, month by month."""
    loaded = tuple(one for one in found.numbers if not one.missing)
    if loaded:
        st.header("Numbers over time", anchor="numbers")
        note = "Each on its own scale: shapes compare, heights do not. They are not added: one crime can be in several."
        trends.panels(page, loaded, "numbers", "number", note, loaded[0].measure, titled=True)


def mixes(page: Page, found: Progress) -> None:
    """Draw the measures that say something only by their parts."""
    if found.mixes:
        st.header("How they split", anchor="splits")
        patterns.splits(page, found.mixes)


def by_district(page: Page, compared: Sequence[Comparison]) -> None:
    """Write every share and rate by district, and draw the first of them side by side."""
    if not any(one.missing is None for one in compared):
        return
    st.header("By district", anchor="districts")
    with st.container(key="wide-by-district"):
        show.table(page, "by-district", lambda: progress_tables.by_district(compared))
    st.markdown("Above or below: outside what chance gives, in a funnel of all districts. No ranking.")
    first = next(one for one in compared if one.missing is None)
    trends.side_by_side(page, first, f"funnel-{first.measure}")


def since_meeting(page: Page, found: Progress, plan: Plan) -> None:
    """Offer the figures as they were known at the last meeting beside those of now."""
    day = plan.last_meeting
    if day is None or page.filters.as_at is not None:
        return
    if st.toggle(f"Beside the figures as known at the last meeting, {plain(writing.day(day))}", key="since-meeting"):
        then = page.answers.figures_then(page.filters, page.scope, str(page.place.action), day)
        table = progress_tables.since(then, found.figures, day)
        show.table(page, f"since-{day}", lambda: table)
        st.markdown(
            "Nothing loaded was known then."
            if table.empty
            else "Each over the period as it then was: the two overlap, so nothing is said of chance."
        )


def unmeasured(action: KeyAction, plan: Plan) -> None:
    """Write how the key action's part of the delivery plan stands, and what of the key action is not measured."""
    st.markdown(plain(plan_words.actions_sentence(action, plan)))
    if action.unmeasured:
        st.markdown(plain(f"Not yet measured: {'; '.join(action.unmeasured)}."))
