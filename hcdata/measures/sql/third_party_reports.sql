/* ---
title = "Reported through a third-party centre"
short = "third-party reports"
question = "How many hate crimes were reported through a third-party reporting centre?"
kind = "proportion"
direction = "neutral"
key_actions = ["report"]
plan = "3.3"
time_basis = "recorded date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["channel"]
reads = ["channel"]
notes = """
Hate crimes recorded in the period whose channel is third_party_centre, over all of them. Crimes whose channel is blank, or in words nobody has mapped, are \
not recorded, and shown apart. Which centre it was is not asked here."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE
        WHEN channel = 'third_party_centre' THEN 'met'
        WHEN channel IN ('not_recorded', 'unmapped') THEN 'not_recorded'
        ELSE 'not_met'
    END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM hate_crime
