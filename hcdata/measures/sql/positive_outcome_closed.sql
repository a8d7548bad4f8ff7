/* ---
title = "Positive outcome rate (of crimes closed)"
short = "positive outcomes of crimes closed"
question = "Of the hate crimes given an outcome in the period, how many had a positive one?"
kind = "proportion"
direction = "up"
key_actions = ["investigate"]
plan = "2.1"
time_basis = "outcome date"
counts = "crime"
parameters = ["positive_outcomes"]
needs = ["crime"]
populated = ["outcome", "outcome date"]
reads = ["outcome_code", "outcome_on"]
family = "positive outcome"
notes = """
Basis B: of hate crimes with any outcome dated in the period, those whose outcome is positive. Crimes still open are in neither number."""
--- */
SELECT
    crime_ref AS ref,
    outcome_on AS counted_at,
    district,
    strands,
    CASE WHEN list_contains($positive_outcomes::VARCHAR[], outcome_code) THEN 'met' ELSE 'not_met' END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM hate_crime
WHERE outcome_code IS NOT NULL AND outcome_on IS NOT NULL
