/* ---
title = "Victim contacted by a supervisor at all"
short = "supervisor contact at all"
question = "Has a supervisor contacted the victim, however late?"
kind = "proportion"
direction = "up"
key_actions = ["support"]
plan = "2.2"
time_basis = "recorded date"
counts = "crime"
parameters = ["contact_begins", "contact_lacks"]
needs = ["crime", "contact"]
populated = ["victim"]
reads = ["district", "recorded_on", "supervisor_contact_at", "victims"]
duty = true
lacks = "contact with the victim by a supervisor"
notes = """
Hate crimes with at least one identified individual victim, and those of them with any contact by a sergeant or above on record, whenever it came. Nothing on record is not recorded and never not met: it counts as not evidenced and is shown apart. \
Crimes recorded on the last day of the newest contact sheet or later are not due unless met; those of months and districts no whole contact sheet speaks of are left out. \
A sheet names the crime and no victim, so of several victims one is enough; nor is it asked whether the contact was a call or a letter."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE
        WHEN supervisor_contact_at IS NOT NULL THEN 'met'
        WHEN recorded_on >= sheet_ends('contact') THEN 'not_due'
        ELSE 'not_recorded'
    END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed},
    contacts,
    supervisor_named
FROM hate_crime
WHERE len(victims) > 0 AND is_told(recorded_on, district, $contact_begins, $contact_lacks)
