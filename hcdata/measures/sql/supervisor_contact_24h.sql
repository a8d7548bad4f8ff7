/* ---
title = "Victim contacted by a supervisor within 24 hours"
short = "supervisor contact"
question = "Was the victim contacted by a supervisor within 24 hours of an officer being assigned?"
kind = "proportion"
direction = "up"
key_actions = ["support", "investigate"]
plan = "2.2"
time_basis = "date an officer was assigned"
counts = "crime"
parameters = ["supervisor_contact_hours", "contact_due_before", "contact_begins", "contact_lacks"]
needs = ["crime", "contact"]
populated = ["victim", "assigned time"]
reads = ["assigned_at", "district", "supervisor_contact_at", "victims"]
duty = true
lacks = "contact with the victim by a supervisor"
notes = """
Hate crimes with an officer assigned and at least one identified individual victim, in the month of assignment. Met when the first contact by a \
sergeant or above came at most 24 hours (real elapsed, supervisor_contact_hours) after assignment, or before it. Duties whose 24 hours end after the contact \
sheet does are not due, unless met. Crimes assigned before the month in which the sheet begins are left out: nothing that old is loaded; nor are those of a district and month for which no whole contact sheet is loaded. Due with no supervisor contact on record is not recorded: it counts as not evidenced and is shown apart. \
value is hours from assignment to contact."""
--- */
SELECT
    crime_ref AS ref,
    assigned_on AS counted_at,
    district,
    strands,
    CASE
        WHEN supervisor_contact_at <= assigned_at + to_hours($supervisor_contact_hours::INTEGER) THEN 'met'
        WHEN assigned_at + to_hours($supervisor_contact_hours::INTEGER) > $contact_due_before::TIMESTAMP THEN 'not_due'
        WHEN supervisor_contact_at IS NULL THEN 'not_recorded'
        ELSE 'not_met'
    END AS state,
    date_diff('second', assigned_at, supervisor_contact_at) / 3600 AS value,
    {listed},
    contacts,
    supervisor_named
FROM hate_crime
WHERE assigned_at IS NOT NULL AND len(victims) > 0 AND is_told(assigned_on, district, $contact_begins, $contact_lacks)
