/* ---
title = "Recorded within 24 hours of the report"
short = "recording in time"
question = "How many hate crimes were recorded within 24 hours of being reported?"
kind = "proportion"
direction = "up"
key_actions = ["investigate"]
plan = "1.11"
time_basis = "recorded date"
counts = "crime"
parameters = ["recorded_within_hours"]
needs = ["crime"]
populated = ["report time", "recorded time"]
reads = ["recorded_at", "reported_at"]
duty = true
lacks = "a time of report that is not after the recording"
notes = """
Hate crimes recorded in the period; met when real elapsed time from report to recording is between 0 and 24 hours (recorded_within_hours), both \
included. A report time that is missing, unreadable or after the recording is not recorded, never a failure. value is elapsed hours."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE
        WHEN reported_at IS NULL OR recorded_at IS NULL OR reported_at > recorded_at THEN 'not_recorded'
        WHEN recorded_at - reported_at <= to_hours($recorded_within_hours::INTEGER) THEN 'met'
        ELSE 'not_met'
    END AS state,
    CASE WHEN reported_at <= recorded_at THEN date_diff('second', reported_at, recorded_at) / 3600 END AS value,
    {listed}
FROM hate_crime
