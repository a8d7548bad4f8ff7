/* ---
title = "Victim called by a supervisor before closure"
short = "call before closure"
question = "Did a supervisor call the victim again before the crime was closed?"
kind = "proportion"
direction = "up"
key_actions = ["support"]
plan = "2.2"
time_basis = "outcome date"
counts = "crime"
parameters = ["contact_begins", "contact_lacks"]
needs = ["crime", "contact"]
populated = ["victim", "outcome date"]
reads = ["district", "kind", "outcome_on", "victims"]
duty = true
lacks = "a call by a supervisor before closure"
notes = """
Hate crimes given an outcome, with at least one identified individual victim, in the month of the outcome. Met when a sergeant or above contacted the victim for closure on or before the day of the outcome. What a contact was for is what \
the sheet says; where it does not say, any contact by a supervisor after their first counts, as the plan asks for a call initially and again. A contact for closure after that day only is not met; none on record is not recorded: not evidenced, and shown apart. \
Outcomes after the newest contact sheet ends are not due unless met; those of months and districts no whole contact sheet speaks of are left out. value is days from the call to the outcome."""
--- */
SELECT
    crime_ref AS ref,
    outcome_on AS counted_at,
    district,
    strands,
    CASE
        WHEN called_on <= outcome_on THEN 'met'
        WHEN outcome_on > sheet_ends('contact') THEN 'not_due'
        WHEN called_on IS NULL THEN 'not_recorded'
        ELSE 'not_met'
    END AS state,
    CAST(date_diff('day', called_on, outcome_on) AS DOUBLE) AS value,
    {listed},
    called_on,
    contacts
FROM hate_crime
LEFT JOIN (
    SELECT crime_ref, CAST(timezone('UTC', min(contact_at)) AS DATE) AS called_on
    FROM (
        SELECT crime_ref, contact_at, kind, min(contact_at) OVER (PARTITION BY crime_ref) AS first_at
        FROM victim_contact
        WHERE supervisor
    )
    WHERE kind = 'pre_closure' OR (kind IN ('unmapped', 'not_recorded') AND contact_at > first_at)
    GROUP BY crime_ref
) USING (crime_ref)
WHERE outcome_on IS NOT NULL AND len(victims) > 0 AND is_told(outcome_on, district, $contact_begins, $contact_lacks)
