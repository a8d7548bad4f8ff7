/* ---
title = "All twelve key fields recorded"
short = "complete records"
question = "How many hate crimes have all twelve key fields recorded?"
kind = "proportion"
direction = "up"
key_actions = ["understand"]
plan = "3.4"
time_basis = "recorded date"
counts = "crime"
parameters = ["contact_begins", "contact_lacks"]
needs = ["crime", "contact"]
populated = ["recorded time", "report time", "offence date", "offence code", "channel", "location type", "square", "assigned time", "supervisor", "victim"]
reads = ["assigned_at", "channel", "committed_on", "contacts", "district", "located", "offence_code", "other_victims", "place_type", "recorded_at", "recorded_on",
"reported_at", "supervisor_named", "victims"]
notes = """
Hate crimes recorded in the period, and those of them with every key field recorded: times of report, recording and assignment, date of the offence, district, Home Office code, \
channel, type of place, grid reference, whether a supervisor is named, victim, and any contact with the victim. A value nobody has mapped is not recorded. Where no \
whole contact sheet is loaded for a crime's district and month, contact is not asked of it. lacking in the list says what is missing; the Data quality page has each field by itself."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE WHEN len(lacking) = 0 THEN 'met' ELSE 'not_met' END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed},
    lacking
FROM (
    SELECT *, fields_lacking(
        recorded_at, reported_at, committed_on, district, offence_code, channel, place_type, located, assigned_at, supervisor_named,
        victims, other_victims,
        CASE
            WHEN is_told(recorded_on, district, $contact_begins, $contact_lacks) THEN contacts
        END
    ) AS lacking
    FROM hate_crime
)
