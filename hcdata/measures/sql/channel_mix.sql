/* ---
title = "Share of hate crimes by channel"
short = "the share by channel"
question = "How are hate crimes reported?"
kind = "ratio"
direction = "neutral"
key_actions = ["report"]
plan = "3.3"
time_basis = "recorded date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["channel"]
numerator = "recorded_hate_crimes"
denominator = "recorded_hate_crimes"
ignores = ["channel"]
part = true
notes = """
Hate crimes reported that way over all hate crimes, each counted once. Crimes whose channel is blank are a part of their own, and those in words nobody has mapped another."""
--- */
