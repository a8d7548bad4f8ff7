/* ---
title = "Hate crimes per 1,000 residents"
short = "the rate"
question = "How many hate crimes were recorded in 12 months for each 1,000 residents?"
kind = "rate"
direction = "neutral"
key_actions = ["understand"]
plan = "Appendix A 2"
time_basis = "recorded date, rolling 12 months"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["strand"]
numerator = "recorded_hate_crimes"
denominator = "population"
per = 1000
notes = """
Hate crimes recorded in the 12 months to the end of the month or period, over residents of the newest year in the population file that is not \
after the data. Nothing is given where fewer than 12 months are loaded or a district has no population. Visitors and students are not residents."""
--- */
