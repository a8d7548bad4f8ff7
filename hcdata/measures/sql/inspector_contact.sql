/* ---
title = "Dissatisfied victim contacted by an inspector or above"
short = "inspector contact"
question = "Did an inspector or above contact each dissatisfied victim?"
kind = "proportion"
direction = "up"
key_actions = ["support"]
plan = "2.2"
time_basis = "recorded date"
counts = "crime"
parameters = ["contact_begins", "contact_lacks"]
needs = ["crime", "service", "contact"]
populated = ["dissatisfaction"]
reads = ["dissatisfied", "dissatisfied_on", "district", "kind", "recorded_on", "satisfied", "service"]
duty = true
lacks = "contact by an inspector after dissatisfaction"
notes = """
Hate crimes whose victim is dissatisfied: the Hub's sheet says so, or their answer is on that side of its scale. Met when an inspector or above contacted the victim on or after the day this became known; where that day is not recorded, only a contact \
the sheet says was for dissatisfaction counts. None on record is not recorded and never not met: it counts as not evidenced and is shown apart. Dissatisfaction that became known on the last day of the newest contact sheet or later is not due unless met; that of months and districts no whole contact sheet speaks of is left out. No time is set by the plan: value is days from the day it became known to the contact."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE
        WHEN called_on IS NOT NULL THEN 'met'
        WHEN dissatisfied_on >= sheet_ends('contact') THEN 'not_due'
        ELSE 'not_recorded'
    END AS state,
    CAST(date_diff('day', dissatisfied_on, called_on) AS DOUBLE) AS value,
    {listed},
    called_on,
    dissatisfied_on,
    dissatisfied_because,
    learned
FROM (
    SELECT
        crime_ref,
        dissatisfied_on,
        dissatisfied_because,
        learned
    FROM service
    WHERE coalesce(dissatisfied, satisfied = 'dissatisfied')
)
JOIN hate_crime USING (crime_ref)
LEFT JOIN (
    SELECT crime_ref, min(CAST(timezone('UTC', contact_at) AS DATE)) AS called_on
    FROM victim_contact
    JOIN service USING (crime_ref)
    WHERE is_inspector(rank)
        AND coalesce(CAST(timezone('UTC', contact_at) AS DATE) >= dissatisfied_on, victim_contact.kind = 'dissatisfaction')
    GROUP BY crime_ref
) USING (crime_ref)
WHERE is_told(coalesce(dissatisfied_on, recorded_on), district, $contact_begins, $contact_lacks)
