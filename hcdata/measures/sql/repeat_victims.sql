/* ---
title = "Repeat victims"
short = "repeat victims"
question = "How many people were victims of hate crime again within 12 months?"
kind = "proportion"
direction = "down"
key_actions = ["support", "prevent"]
plan = "Appendix A 2"
time_basis = "recorded date"
counts = "person"
parameters = []
needs = ["crime"]
populated = ["victim"]
reads = ["repeat_victims", "victims"]
looks_back = ["crime", "incident"]
family = "repeat victims"
notes = """
Identified individual victims of hate crimes recorded in the period, each person once; met when one of those crimes came within 365 days (repeat_days) after \
an earlier hate crime, or an earlier non-crime incident as complainant, with another incident number. Two crimes of one incident are no repeat. Of two on one day of which one has no time, which came first is not known: they are two, and each counts as the other's earlier one. Earlier records count \
in whichever district and strand they were, before any filter. People who are not identified are in neither number."""
--- */
SELECT
    person AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE WHEN list_contains(repeat_victims, person) THEN 'met' ELSE 'not_met' END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM (SELECT *, unnest(victims) AS person FROM hate_crime)
