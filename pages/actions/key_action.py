"""One key action: what it is for, what stands out, its measures over time and by district, and what to put right."""

import streamlit as st

from hcdata.present.tables import tables
from hcdata.ui import progress, sections, services, show
from hcdata.ui.frame import begin_page

page = begin_page()
plan = page.answers.plan(page.filters, page.scope)
action = next(one for one in plan.key_actions if one.id == page.place.action)
found = page.answers.progress(page.filters, page.scope, action.id)
compared = page.answers.compared(page.filters, page.scope)
measures = [figure.measure for figure in found.figures]

progress.stands_out(page, found, compared)
show.tiles(page, found.figures, "measures")
progress.since_meeting(page, found, plan)
progress.put_right(page, measures)
services.over_time(page, found.shares)
progress.numbers(page, found)
progress.mixes(page, found)
progress.by_district(page, [compared[one] for one in measures if one in compared])
if action.id == "investigate":
    sections.outcomes(page)
st.header("Delivery plan", anchor="plan")
progress.unmeasured(action, plan)
named = f"{action.number} {action.name}"
show.table(page, f"actions-{action.id}", lambda: tables.actions(plan, named).drop(columns="Key action"))
