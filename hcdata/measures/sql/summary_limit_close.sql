/* ---
title = "Open summary offences within 14 days of their time limit"
short = "time limits within 14 days"
question = "How many open summary offences must be charged within 14 days?"
kind = "snapshot"
direction = "down"
key_actions = ["investigate"]
plan = "2.2"
time_basis = "the data-to date; months are those of recording"
counts = "crime"
parameters = ["data_to", "summary_limit_months", "summary_close_days", "summary_codes"]
needs = ["crime"]
populated = ["strand", "outcome", "offence code", "offence date"]
reads = ["committed_on", "offence_code", "outcome_code", "recorded_on"]
unknown = "no date of the offence, or an outcome nobody has mapped"
family = "summary limit"
notes = """
Open hate crimes of a summary-only class (summary_codes) whose prosecution must begin within 14 days (summary_close_days) of the data-to date: the limit is the \
day six months (summary_limit_months) after the offence was committed, and where that month has no such day its last. They are also among those within 45 days. Crimes past \
their limit are no longer among them. Of those without a date of the offence, or whose outcome is in words nobody has mapped, the limit, or whether they are open, is not \
known: they stand beside the figure while their limit can still be ahead. value is the days left."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE WHEN committed_on IS NULL OR outcome_code IS NOT NULL THEN 'not_recorded' END AS state,
    CASE WHEN committed_on IS NOT NULL THEN CAST(date_diff('day', $data_to::DATE, limit_on) AS DOUBLE) END AS value,
    {listed},
    CASE WHEN committed_on IS NOT NULL THEN limit_on END AS limit_on
FROM (
    SELECT *, summary_limit(committed_on, recorded_on, $summary_limit_months::INTEGER) AS limit_on
    FROM hate_crime
)
WHERE list_contains($summary_codes::VARCHAR[], offence_code)
    AND (outcome_code IS NULL OR outcome_code NOT IN (SELECT code FROM outcome_type))
    AND limit_on >= $data_to::DATE
    AND (committed_on IS NULL OR limit_on <= $data_to::DATE + $summary_close_days::INTEGER)
