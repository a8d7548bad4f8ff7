/* ---
title = "Hate crimes online"
short = "hate crimes online"
question = "How many hate crimes happened online?"
kind = "proportion"
direction = "neutral"
key_actions = ["respond", "prevent"]
plan = "3.2"
time_basis = "recorded date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["setting"]
reads = ["settings"]
notes = """
Hate crimes recorded in the period with online among their settings: the online flag of the export, or a place that is online. Crimes of which no setting \
is recorded are not recorded, and shown apart."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE
        WHEN list_contains(settings, 'online') THEN 'met'
        WHEN len(settings) = 0 THEN 'not_recorded'
        ELSE 'not_met'
    END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM hate_crime
