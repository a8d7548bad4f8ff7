/* ---
title = "Repeat suspects"
short = "repeat suspects"
question = "How many suspects were named on hate crimes again within 12 months?"
kind = "proportion"
direction = "neutral"
key_actions = ["investigate", "prevent"]
plan = "Appendix A 2"
time_basis = "recorded date"
counts = "person"
parameters = []
needs = ["crime"]
populated = ["suspect"]
reads = ["repeat_suspects", "suspects"]
looks_back = ["crime"]
notes = """
Identified suspects of hate crimes recorded in the period, each person once; met when one of those crimes came within 365 days (repeat_days) after \
an earlier hate crime with another incident number. Two crimes of one incident are no repeat. Of two on one day of which one has no time, which came first is not known: they are two, and each counts as the other's earlier one. Earlier records count \
in whichever district and strand they were, before any filter. People who are not identified are in neither number. Linked is not proven: a suspect is a person named on the record."""
--- */
SELECT
    person AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE WHEN list_contains(repeat_suspects, person) THEN 'met' ELSE 'not_met' END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM (SELECT *, unnest(suspects) AS person FROM hate_crime)
