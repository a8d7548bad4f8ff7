/* ---
title = "Positive outcome rate (of crimes recorded)"
short = "positive outcomes of crimes recorded"
question = "Of the hate crimes recorded in the period, how many have had a positive outcome so far?"
kind = "proportion"
direction = "up"
key_actions = ["investigate"]
plan = "2.1"
time_basis = "recorded date"
counts = "crime"
parameters = ["positive_outcomes"]
needs = ["crime"]
populated = ["outcome"]
reads = ["outcome_code"]
family = "positive outcome"
notes = """
Basis C, the Home Office bulletin: hate crimes recorded in the period, and those of them with a positive outcome to date. \
Recent months are low because their crimes are still open; open crimes count as not yet positive."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE WHEN list_contains($positive_outcomes::VARCHAR[], outcome_code) THEN 'met' ELSE 'not_met' END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM hate_crime
