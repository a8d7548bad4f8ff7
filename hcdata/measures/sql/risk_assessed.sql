/* ---
title = "Risk and needs of the victim assessed"
short = "risk assessed"
question = "Is an assessment of the victim's risk and needs on record?"
kind = "proportion"
direction = "up"
key_actions = ["support"]
plan = "2.2"
time_basis = "recorded date"
counts = "crime"
parameters = ["service_begins", "service_lacks"]
needs = ["crime", "service"]
populated = ["victim", "assessment"]
reads = ["assessed_on", "district", "recorded_on", "service", "victims"]
duty = true
lacks = "an assessment of risk and needs"
notes = """
Hate crimes with at least one identified individual victim, and those of them with a dated assessment on the Hub's sheet, whenever it was made. A sheet gives a date \
or none, so what lacks one is not recorded and never not met: it counts as not evidenced and is shown apart. Crimes recorded after the newest Hub sheet ends are not due unless met; those of months and districts \
no whole Hub sheet speaks of are left out. value is days from recording to the assessment."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE
        WHEN service.assessed_on IS NOT NULL THEN 'met'
        WHEN recorded_on > sheet_ends('service') THEN 'not_due'
        ELSE 'not_recorded'
    END AS state,
    CAST(date_diff('day', recorded_on, service.assessed_on) AS DOUBLE) AS value,
    {listed},
    service.assessed_on
FROM hate_crime
LEFT JOIN service USING (crime_ref)
WHERE len(victims) > 0 AND is_told(recorded_on, district, $service_begins, $service_lacks)
