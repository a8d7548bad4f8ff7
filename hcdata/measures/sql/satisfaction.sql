/* ---
title = "Victims satisfied with what was done"
short = "satisfaction"
question = "How many of the victims who answered are satisfied?"
kind = "proportion"
direction = "up"
key_actions = ["support"]
plan = "2.2"
time_basis = "recorded date"
counts = "crime"
parameters = []
needs = ["crime", "service"]
populated = ["satisfaction"]
reads = ["satisfied", "service"]
notes = """
Hate crimes whose victim answered how satisfied they are, and those of them whose answer is on the satisfied side of its scale; neither and dissatisfied are not. The scale is that of the Hub's sheet: words are \
known, and what a number means its layout declares ([values.satisfaction]). An answer nobody has mapped is not recorded: it stays among those who answered and is shown apart. Who did not answer is in \
no figure. By the month the crime was recorded, as the sheet does not date an answer: answers to recent crimes are still to come."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE service.satisfied
        WHEN 'satisfied' THEN 'met'
        WHEN 'unmapped' THEN 'not_recorded'
        ELSE 'not_met'
    END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM hate_crime
JOIN service USING (crime_ref)
WHERE service.satisfied IS NOT NULL
