/* ---
title = "Share of hate crimes by setting"
short = "the share by setting"
question = "In which settings do hate crimes happen?"
kind = "ratio"
direction = "neutral"
key_actions = ["respond", "prevent"]
plan = "3.2"
time_basis = "recorded date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["setting"]
numerator = "recorded_hate_crimes"
denominator = "recorded_hate_crimes"
ignores = ["setting"]
part = true
notes = """
Hate crimes of the setting over all hate crimes, each counted once. One crime can have several settings, so the shares add to more than 100 %. Crimes of which no setting is recorded are a part of their own."""
--- */
