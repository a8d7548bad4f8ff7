/* ---
title = "Days to the next hate crime against a victim"
short = "days to the repeat"
question = "How many days after the record before it did a repeat against a victim come?"
kind = "duration"
direction = "neutral"
key_actions = ["prevent", "support"]
plan = "4.1"
time_basis = "recorded date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["victim", "days to repeat"]
reads = ["repeat_victim_days", "repeat_victims"]
unknown = "an earlier record whose days the next load works out"
looks_back = ["crime", "incident"]
notes = """
Hate crimes recorded in the period against somebody who had been a victim within the 365 days (repeat_days) before, as repeat victimisation counts them: days from the \
recorded date of the newest earlier record of one of their victims, of another incident, to the crime's own. Half of them, and nine in ten, came within so many days. What \
comes after more than a year is no repeat, so no day is above 365. value is the days."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE WHEN repeat_victim_days IS NULL THEN 'not_recorded' END AS state,
    CAST(repeat_victim_days AS DOUBLE) AS value,
    {listed}
FROM hate_crime
WHERE len(repeat_victims) > 0
