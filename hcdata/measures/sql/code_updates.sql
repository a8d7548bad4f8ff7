/* ---
title = "Victim told of the outcome within one working day"
short = "told of the outcome"
question = "Was the victim contacted within one working day of the outcome?"
kind = "proportion"
direction = "up"
key_actions = ["support"]
plan = "2.1"
time_basis = "outcome date"
counts = "crime"
parameters = ["code_update_days", "contact_begins", "contact_lacks"]
needs = ["crime", "contact"]
populated = ["victim", "outcome date"]
reads = ["district", "kind", "outcome_on", "victims"]
duty = true
lacks = "contact with the victim about the outcome"
notes = """
Hate crimes given an outcome, with at least one identified individual victim, in the month of the outcome. Met when anybody contacted the victim on the day of the outcome, or at most code_update_days working days after it \
(Victims' Code, enhanced rights; 5 for others): an update, a contact for closure, or one of which the sheet does not say what it was for. A later one only is not met; none is not recorded: not evidenced, and shown apart. \
Outcomes whose working days end after the newest contact sheet are not due unless met; those of months and districts no whole contact sheet speaks of are left out. Of the updates the Code asks for this is the one that can be seen: nothing loaded says \
when somebody was arrested, interviewed, bailed or called to court. value is working days from the outcome to the contact."""
--- */
SELECT
    crime_ref AS ref,
    outcome_on AS counted_at,
    district,
    strands,
    CASE
        WHEN waited <= $code_update_days::INTEGER THEN 'met'
        WHEN working_days(outcome_on, sheet_to) < $code_update_days::INTEGER THEN 'not_due'
        WHEN waited IS NULL THEN 'not_recorded'
        ELSE 'not_met'
    END AS state,
    CAST(waited AS DOUBLE) AS value,
    {listed},
    told_on,
    contacts
FROM (
    SELECT *, working_days(outcome_on, told_on) AS waited
    FROM hate_crime
    LEFT JOIN (
        SELECT crime_ref, min(CAST(timezone('UTC', contact_at) AS DATE)) AS told_on
        FROM victim_contact
        JOIN hate_crime USING (crime_ref)
        WHERE victim_contact.kind NOT IN ('initial', 'dissatisfaction')
            AND CAST(timezone('UTC', contact_at) AS DATE) >= outcome_on
        GROUP BY crime_ref
    ) USING (crime_ref)
    CROSS JOIN (SELECT sheet_ends('contact') AS sheet_to)
    WHERE outcome_on IS NOT NULL AND len(victims) > 0 AND is_told(outcome_on, district, $contact_begins, $contact_lacks)
)
