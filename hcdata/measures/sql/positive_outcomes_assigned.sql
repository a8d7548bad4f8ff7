/* ---
title = "Positive outcomes assigned"
short = "positive outcomes"
question = "How many hate crimes were given a positive outcome?"
kind = "count"
direction = "up"
key_actions = ["investigate"]
plan = "2.1"
time_basis = "outcome date"
counts = "crime"
parameters = ["positive_outcomes"]
needs = ["crime"]
populated = ["strand", "outcome", "outcome date"]
reads = ["outcome_code", "outcome_on"]
part = true
family = "positive outcome"
notes = """
Hate crimes given an outcome of the force's positive set, on the date of the outcome, whenever they were recorded. \
A charge with an alternate offence counts as its parent outcome."""
--- */
SELECT
    crime_ref AS ref,
    outcome_on AS counted_at,
    district,
    strands,
    CAST(NULL AS VARCHAR) AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM hate_crime
WHERE list_contains($positive_outcomes::VARCHAR[], outcome_code) AND outcome_on IS NOT NULL
