"""One key action: its measures in words and figures, by district where it is a duty, and its delivery-plan actions."""

import streamlit as st

from hcdata.present.tables import tables
from hcdata.ui import sections, services, show, trends
from hcdata.ui.frame import begin_page

page = begin_page()
update = page.answers.performance(page.filters, page.scope)
action = next(one for one in update.plan.key_actions if one.id == page.place.action)

show.tiles(page, action.figures, "measures")
sections.key_action(action, update, tiled=True)
if update.duty.measure in [figure.measure for figure in action.figures]:
    st.header("By district", anchor="districts")
    trends.side_by_side(page, update.duty, "duty")
services.over_time(page, action.figures)
if action.id == "investigate":
    sections.outcomes(page)
st.header("Delivery plan", anchor="plan")
named = f"{action.number} {action.name}"
show.table(page, f"actions-{action.id}", lambda: tables.actions(update.plan, named).drop(columns="Key action"))
