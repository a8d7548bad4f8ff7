/* ---
title = "Victim personal statement offered"
short = "personal statement"
question = "Was the victim of a hate crime offered a personal statement?"
kind = "proportion"
direction = "up"
key_actions = ["support"]
plan = "2.2"
time_basis = "recorded date"
counts = "crime"
parameters = ["service_begins", "service_lacks"]
needs = ["crime", "service"]
populated = ["victim", "victim statement"]
reads = ["district", "recorded_on", "service", "victims", "vps_offered"]
duty = true
lacks = "a record of whether a personal statement was offered"
notes = """
Hate crimes with at least one identified individual victim, and those of them where the Hub's sheet says that a personal statement (Victims' Code, right 7) was \
offered; vps_taken in the list says whether one was taken, which is the victim's to decide. Nothing on the sheet, or no row for the crime, is not recorded: not evidenced, and shown apart. \
Crimes recorded after the newest Hub sheet ends are not due unless met; those of months and districts no whole Hub sheet speaks of are left out."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE
        WHEN service.vps_offered THEN 'met'
        WHEN recorded_on > sheet_ends('service') THEN 'not_due'
        WHEN service.vps_offered IS NULL THEN 'not_recorded'
        ELSE 'not_met'
    END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed},
    service.vps_taken
FROM hate_crime
LEFT JOIN service USING (crime_ref)
WHERE len(victims) > 0 AND is_told(recorded_on, district, $service_begins, $service_lacks)
