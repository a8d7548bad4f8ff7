/* ---
title = "Positive outcome rate (of crimes old enough)"
short = "positive outcomes of older crimes"
question = "Of the hate crimes recorded long enough ago, how many had a positive outcome in time?"
kind = "proportion"
direction = "up"
key_actions = ["investigate"]
plan = "2.1"
time_basis = "recorded date"
counts = "crime"
parameters = ["positive_outcomes", "matured_days", "data_to"]
needs = ["crime"]
populated = ["outcome", "outcome date"]
reads = ["outcome_code", "outcome_on", "recorded_on"]
family = "positive outcome"
notes = """
Basis D, for the trend: hate crimes recorded at least 120 days (matured_days) before the data end, and those of them with a positive outcome \
within 120 days of the recorded date. Younger crimes are not due. A positive outcome without a date is not recorded. value is days to the outcome."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE
        WHEN date_diff('day', recorded_on, $data_to::DATE) < $matured_days::INTEGER THEN 'not_due'
        WHEN NOT list_contains($positive_outcomes::VARCHAR[], coalesce(outcome_code, '')) THEN 'not_met'
        WHEN outcome_on IS NULL THEN 'not_recorded'
        WHEN date_diff('day', recorded_on, outcome_on) <= $matured_days::INTEGER THEN 'met'
        ELSE 'not_met'
    END AS state,
    CAST(date_diff('day', recorded_on, outcome_on) AS DOUBLE) AS value,
    {listed},
    outcome_on
FROM hate_crime
