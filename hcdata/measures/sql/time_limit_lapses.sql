/* ---
title = "Time limit for prosecution expired"
short = "time limits expired"
things = ["hate crime whose time limit expired", "hate crimes whose time limit expired"]
question = "How many hate crimes could not be prosecuted because the time limit had expired?"
kind = "count"
direction = "down"
key_actions = ["investigate"]
plan = "2.2"
time_basis = "outcome date"
counts = "crime"
parameters = ["time_limit_outcomes"]
needs = ["crime"]
populated = ["outcome", "outcome date"]
reads = ["outcome_code", "outcome_on"]
notes = """
Hate crimes with outcome 17 (time_limit) dated in the period, whenever they were recorded: each could have been prevented, and each is listed. \
An outcome without a date belongs to no month and is left out."""
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
WHERE outcome_on IS NOT NULL AND list_contains($time_limit_outcomes::VARCHAR[], outcome_code)
