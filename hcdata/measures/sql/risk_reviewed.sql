/* ---
title = "Risk to the victim reviewed when due"
short = "risk reviewed"
question = "Was the risk to the victim reviewed on or before the day its review was due?"
kind = "proportion"
direction = "up"
key_actions = ["support"]
plan = "2.2"
time_basis = "date a review was due"
counts = "crime"
parameters = ["service_begins", "service_lacks"]
needs = ["crime", "service"]
populated = ["risk review"]
reads = ["district", "review_due_on", "risk_reviewed_on", "service"]
duty = true
lacks = "the review of risk that was due"
notes = """
Hate crimes of which the Hub's sheet says when a review of the risk to the victim was due, in the month it was due. Met when that review was made on or before that day; later is not met; none on record is not recorded: not evidenced, and shown \
apart. Reviews due after the newest Hub sheet ends are not due unless met; those of months and districts no whole Hub sheet speaks of are left out, and so is a crime for which the sheet gives no such day. A sheet has the newest review of a crime and none before it. value is days from the day it was due to the review."""
--- */
SELECT
    crime_ref AS ref,
    service.review_due_on AS counted_at,
    district,
    strands,
    CASE
        WHEN service.risk_reviewed_on <= service.review_due_on THEN 'met'
        WHEN service.review_due_on > sheet_ends('service') THEN 'not_due'
        WHEN service.risk_reviewed_on IS NULL THEN 'not_recorded'
        ELSE 'not_met'
    END AS state,
    CAST(date_diff('day', service.review_due_on, service.risk_reviewed_on) AS DOUBLE) AS value,
    {listed},
    service.risk_level,
    service.risk_reviewed_on
FROM hate_crime
JOIN service USING (crime_ref)
WHERE service.review_due_on IS NOT NULL AND is_told(service.review_due_on, district, $service_begins, $service_lacks)
