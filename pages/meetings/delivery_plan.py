"""The delivery plan: how it stands, whose updates are wanted, what is overdue or to be discharged (plan 1.7, 1.8)."""

from hcdata.ui import delivery_plan
from hcdata.ui.frame import begin_page

page = begin_page()
plan = page.answers.plan(page.filters, page.scope)

delivery_plan.stands(page, plan)
if not plan.missing:
    delivery_plan.to_ask(plan)
    delivery_plan.to_decide(page, plan)
    delivery_plan.every(page, plan)
