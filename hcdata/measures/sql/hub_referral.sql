/* ---
title = "Support offered through the Victim and Witness Hub"
short = "Hub support"
question = "How many hate crimes with an identified victim have support offered on record?"
kind = "proportion"
direction = "up"
key_actions = ["support"]
plan = "4.1"
time_basis = "recorded date"
counts = "crime"
parameters = ["service_begins", "service_lacks"]
needs = ["crime", "service"]
populated = ["victim"]
reads = ["district", "recorded_on", "service", "support_offered", "victims"]
duty = true
lacks = "a record of whether support was offered"
notes = """
Hate crimes with at least one identified individual victim, and those of them where the Hub's sheet says support was offered. Nothing on the sheet, or \
no row for the crime, is not recorded: not evidenced, and shown apart. Crimes recorded after the newest Hub sheet ends are not due unless met; those \
recorded before the month in which the first begins are left out: nothing that old is loaded; nor are those of a district and month for which \
no whole Hub sheet is loaded. \
How soon the referral came is not asked here."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE
        WHEN service.support_offered THEN 'met'
        WHEN recorded_on > sheet_ends('service') THEN 'not_due'
        WHEN service.support_offered IS NULL THEN 'not_recorded'
        ELSE 'not_met'
    END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed},
    service.referred_on
FROM hate_crime
LEFT JOIN service USING (crime_ref)
WHERE len(victims) > 0 AND is_told(recorded_on, district, $service_begins, $service_lacks)
