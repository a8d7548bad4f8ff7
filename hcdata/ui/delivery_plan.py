"""The blocks of the delivery plan's page: how it stands, whom to ask, what is late, what to decide, and all of it."""

import streamlit as st

from hcdata.present.tables import plan_tables, tables
from hcdata.present.text import plan_words
from hcdata.ui import show
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.results import Plan


def stands(page: Page, plan: Plan) -> None:
    """Write how the plan stands, by key action and by holder."""
    st.markdown(f"**{plain(plan_words.plan_sentence(plan))}**")
    if plan.missing:
        return
    with st.container(key="wide-plan"):
        show.table(page, "plan-actions", lambda: plan_tables.key_actions(plan), "By key action")
        show.table(page, "plan-holders", lambda: plan_tables.holders(plan), "Who holds open actions")
    st.markdown(plain(plan_words.PILLARS))


def to_ask(plan: Plan) -> None:
    """Write the request for updates, ready to copy and send."""
    st.header("Updates to ask for", anchor="updates")
    text = plan_words.request(plan)
    if text:
        st.code(text, language=None, wrap_lines=True)
    else:
        st.markdown("Every open action has been updated since the last meeting.")


def to_decide(page: Page, plan: Plan) -> None:
    """Write the actions past their day, and those whose discharge is proposed."""
    st.header("Overdue", anchor="overdue")
    late, proposed = plan_tables.overdue(plan), plan_tables.proposed(plan)
    if late.empty:
        st.markdown("No open action is past the day it is due.")
    with st.container(key="wide-overdue"):
        show.table(page, "plan-overdue", lambda: late)
    st.header("Proposed for discharge", anchor="proposed")
    st.markdown("The tactical lead decides with the district or department and the strategic lead (plan 1.8).")
    if proposed.empty:
        st.markdown("No discharge is proposed.")
    with st.container(key="wide-proposed"):
        show.table(page, "plan-proposed", lambda: proposed)


def every(page: Page, plan: Plan) -> None:
    """Write every action, by its number."""
    st.header("All actions", anchor="actions")
    with st.container(key="wide-actions"):
        show.table(page, "actions", lambda: tables.actions(plan))
