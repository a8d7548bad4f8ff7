/* ---
title = "Victim does not support, suspect identified"
short = "attrition with a suspect"
question = "Of the hate crimes given an outcome, how many ended because the victim did not support action though a suspect was identified?"
kind = "proportion"
direction = "down"
key_actions = ["support", "investigate"]
plan = "2.1"
time_basis = "outcome date"
counts = "crime"
parameters = ["attrition_suspect_outcomes"]
needs = ["crime"]
populated = ["outcome", "outcome date"]
reads = ["outcome_code", "outcome_on"]
family = "attrition"
notes = """
The part of attrition with outcome 16 (attrition_suspect), over all hate crimes with any outcome dated in the period: the part an investigation can change."""
--- */
SELECT
    crime_ref AS ref,
    outcome_on AS counted_at,
    district,
    strands,
    CASE WHEN list_contains($attrition_suspect_outcomes::VARCHAR[], outcome_code) THEN 'met' ELSE 'not_met' END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM hate_crime
WHERE outcome_code IS NOT NULL AND outcome_on IS NOT NULL
