/* ---
title = "Victim does not support"
short = "victims who do not support"
question = "Of the hate crimes given an outcome, how many ended because the victim did not support action?"
kind = "proportion"
direction = "down"
key_actions = ["support", "investigate"]
plan = "2.1"
time_basis = "outcome date"
counts = "crime"
parameters = ["attrition_outcomes"]
needs = ["crime"]
populated = ["outcome", "outcome date"]
reads = ["outcome_code", "outcome_on"]
family = "attrition"
notes = """
Of hate crimes with any outcome dated in the period, those with outcome 14 (no suspect identified) or 16 (suspect identified), where the victim \
does not support action. Outcome 16 is the one an investigation can change; attrition_outcome in the list says which."""
--- */
SELECT
    crime_ref AS ref,
    outcome_on AS counted_at,
    district,
    strands,
    CASE WHEN list_contains($attrition_outcomes::VARCHAR[], outcome_code) THEN 'met' ELSE 'not_met' END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed},
    CASE WHEN list_contains($attrition_outcomes::VARCHAR[], outcome_code) THEN outcome_code END AS attrition_outcome
FROM hate_crime
WHERE outcome_code IS NOT NULL AND outcome_on IS NOT NULL
