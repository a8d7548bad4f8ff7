/* ---
title = "Share of hate crimes by strand"
short = "the share by strand"
question = "Which strands do hate crimes carry?"
kind = "ratio"
direction = "neutral"
key_actions = ["understand"]
plan = "Appendix A 2"
time_basis = "recorded date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["strand"]
numerator = "recorded_hate_crimes"
denominator = "recorded_hate_crimes"
ignores = ["strand"]
part = true
notes = """
Hate crimes that carry the strand over all hate crimes, each counted once. One crime can have several strands, so the shares add to more than 100 %."""
--- */
