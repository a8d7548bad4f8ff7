/* ---
title = "Positive outcome rate (given in the period)"
short = "positive outcomes given in the period"
question = "How many positive outcomes were assigned for the hate crimes recorded in the period?"
kind = "ratio"
direction = "up"
key_actions = ["investigate"]
plan = "2.1"
time_basis = "outcome date over recorded date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["outcome", "outcome date"]
numerator = "positive_outcomes_assigned"
denominator = "recorded_hate_crimes"
family = "positive outcome"
notes = """
Basis A, the force pack: positive outcomes dated in the period, whenever the crime was recorded, over hate crimes recorded in the period. \
The crimes above and below the line are not the same ones; small numbers can pass 100 %."""
--- */
