/* ---
title = "Open hate crimes reviewed by a supervisor within 28 days"
short = "supervisor reviews"
question = "Has a supervisor reviewed every open hate crime in the last 28 days?"
kind = "proportion"
standing = true
direction = "up"
key_actions = ["investigate"]
plan = "2.2"
time_basis = "the data-to date; months are those of recording"
counts = "crime"
parameters = ["data_to", "review_days", "review_to", "review_begins", "review_lacks"]
needs = ["crime", "review"]
populated = ["strand", "outcome"]
reads = ["district", "outcome_code", "recorded_on", "supervisor_review_on"]
duty = true
lacks = "a review by a supervisor in the last 28 days"
notes = """
All hate crimes without an outcome on the data-to date (the last day that crimes and reviews are both loaded to), recorded more than 28 days (review_days) before it, \
whenever that was: the period chosen does not apply. Met when the last review by a sergeant or above lies at most 28 days before that date, not met when it is older. With no \
review by a supervisor on record a crime is not recorded: it counts as not evidenced and is shown apart. Crimes recorded in the last 28 days are not due. A line that \
says the review was not done is none. Crimes of a district whose reviews of these 28 days are not loaded whole are left out, and all are where the reviews begin later; crimes whose outcome is \
in words nobody has mapped are left out: nobody knows whether they are open. value is the days since the last review."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE
        WHEN recorded_on >= since THEN 'not_due'
        WHEN supervisor_review_on >= since THEN 'met'
        WHEN supervisor_review_on IS NULL THEN 'not_recorded'
        ELSE 'not_met'
    END AS state,
    CAST(date_diff('day', supervisor_review_on, since + $review_days::INTEGER) AS DOUBLE) AS value,
    {listed},
    supervisor_review_on,
    coalesce(supervisor_review_on, recorded_on) + $review_days::INTEGER AS due_on
FROM (SELECT *, least($data_to::DATE, $review_to::DATE) - $review_days::INTEGER AS since FROM hate_crime)
WHERE outcome_code IS NULL
    AND $review_begins::DATE <= since
    AND NOT list_contains($review_lacks::VARCHAR[], strftime(since, '%Y-%m ') || district)
    AND NOT list_contains($review_lacks::VARCHAR[], strftime(since + $review_days::INTEGER, '%Y-%m ') || district)
