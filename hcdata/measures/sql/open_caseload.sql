/* ---
title = "Open hate crimes"
short = "open crimes"
question = "How many hate crimes have no outcome yet, and how old are they?"
kind = "snapshot"
direction = "neutral"
key_actions = ["investigate"]
plan = "2.2"
time_basis = "the data-to date; months are those of recording"
counts = "crime"
parameters = ["data_to"]
needs = ["crime"]
populated = ["strand", "outcome"]
reads = ["outcome_code", "recorded_on"]
unknown = "an outcome nobody has mapped"
notes = """
All hate crimes without an outcome on the data-to date, whenever they were recorded: the period chosen does not apply. \
value is the age in days from the recorded date to the data-to date; cancelled crimes are left out. Crimes whose outcome is in words nobody has \
mapped are not recorded: nobody knows whether they are open, and they stand beside the figure, not in it."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE WHEN outcome_code IS NOT NULL THEN 'not_recorded' END AS state,
    CASE WHEN outcome_code IS NULL THEN CAST(date_diff('day', recorded_on, $data_to::DATE) AS DOUBLE) END AS value,
    {listed},
    CASE
        WHEN date_diff('day', recorded_on, $data_to::DATE) <= 30 THEN '0-30'
        WHEN date_diff('day', recorded_on, $data_to::DATE) <= 60 THEN '31-60'
        WHEN date_diff('day', recorded_on, $data_to::DATE) <= 90 THEN '61-90'
        WHEN date_diff('day', recorded_on, $data_to::DATE) <= 180 THEN '91-180'
        ELSE '181+'
    END AS age_band
FROM hate_crime
WHERE outcome_code IS NULL OR outcome_code NOT IN (SELECT code FROM outcome_type)
