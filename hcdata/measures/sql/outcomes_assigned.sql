/* ---
title = "Outcomes assigned"
short = "outcomes"
question = "How many hate crimes were given an outcome?"
kind = "count"
direction = "neutral"
key_actions = ["investigate"]
plan = "2.1"
time_basis = "outcome date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["strand", "outcome", "outcome date"]
reads = ["outcome_code", "outcome_on"]
part = true
notes = """
Hate crimes given any Home Office outcome, on the date of the outcome, whenever they were recorded. "Not yet assigned" is no outcome. \
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
WHERE outcome_code IS NOT NULL AND outcome_on IS NOT NULL
