/* ---
title = "Charge rate"
short = "the charge rate"
question = "Of the hate crimes recorded in the period, how many have ended in a charge or summons so far?"
kind = "proportion"
direction = "up"
key_actions = ["investigate"]
plan = "2.1"
time_basis = "recorded date"
counts = "crime"
parameters = ["charge_outcomes"]
needs = ["crime"]
populated = ["outcome"]
reads = ["outcome_code"]
family = "positive outcome"
notes = """
Hate crimes recorded in the period, and those of them charged or summonsed (outcome 1, alternate offence included) to date. \
Recent months are low because their crimes are still open."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE WHEN list_contains($charge_outcomes::VARCHAR[], outcome_code) THEN 'met' ELSE 'not_met' END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM hate_crime
