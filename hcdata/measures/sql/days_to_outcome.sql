/* ---
title = "Days to outcome"
short = "days to outcome"
question = "How many days passed from recording a hate crime to its outcome?"
kind = "duration"
direction = "neutral"
key_actions = ["investigate"]
plan = "2.2"
time_basis = "outcome date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["outcome", "outcome date"]
reads = ["outcome_code", "outcome_on", "recorded_on"]
unknown = "an outcome dated before they were recorded"
notes = """
Days from the recorded date to the date of the outcome, of hate crimes with any outcome dated in the period: the number that half of them, and nine in ten of \
them, do not pass. Shorter is not better: crimes without a suspect are closed soonest. Crimes still open are not among them, so old cases closed lengthen it. \
An outcome dated before the recording is not recorded. value is the days."""
--- */
SELECT
    crime_ref AS ref,
    outcome_on AS counted_at,
    district,
    strands,
    CASE WHEN outcome_on < recorded_on THEN 'not_recorded' END AS state,
    CASE WHEN outcome_on >= recorded_on THEN CAST(date_diff('day', recorded_on, outcome_on) AS DOUBLE) END AS value,
    {listed}
FROM hate_crime
WHERE outcome_code IS NOT NULL AND outcome_on IS NOT NULL
