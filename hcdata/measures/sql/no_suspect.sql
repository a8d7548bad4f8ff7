/* ---
title = "No suspect identified"
short = "crimes without a suspect"
question = "Of the hate crimes given an outcome, how many were closed because no suspect was identified?"
kind = "proportion"
direction = "down"
key_actions = ["investigate"]
plan = "2.1"
time_basis = "outcome date"
counts = "crime"
parameters = ["no_suspect_outcomes"]
needs = ["crime"]
populated = ["outcome", "outcome date"]
reads = ["outcome_code", "outcome_on"]
notes = """
Of hate crimes with any outcome dated in the period, those with outcome 18 (no_suspect): the investigation is complete and no suspect was identified. \
Outcome 14, where no suspect was identified and the victim does not support action, is not among them: it is counted as attrition."""
--- */
SELECT
    crime_ref AS ref,
    outcome_on AS counted_at,
    district,
    strands,
    CASE WHEN list_contains($no_suspect_outcomes::VARCHAR[], outcome_code) THEN 'met' ELSE 'not_met' END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM hate_crime
WHERE outcome_code IS NOT NULL AND outcome_on IS NOT NULL
