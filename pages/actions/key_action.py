"""One key action: its measures in words and figures, by district where it is a duty, and its delivery-plan actions."""

import streamlit as st

from hcdata.present import tables
from hcdata.ui import sections, show
from hcdata.ui.frame import begin_page

page = begin_page()
update = page.desk.performance(page.filters, page.scope)
action = next(one for one in update.plan.key_actions if one.id == page.place.action)

sections.key_action(action, update)
show.tiles(page, action.figures, "measures")
if update.duty.measure in [figure.measure for figure in action.figures]:
    st.header("By district", anchor="districts")
    sections.side_by_side(page, update.duty, "duty")
if action.id == "investigate":
    sections.outcomes(page)
st.header("Delivery plan", anchor="plan")
named = f"{action.number} {action.name}"
show.table(page, f"actions-{action.id}", lambda: tables.actions(update.plan, named).drop(columns="Key action"))
