/* ---
title = "Repeat victimisation"
short = "repeat victimisation"
question = "How many hate crimes were against somebody who had been a victim within 12 months before?"
kind = "proportion"
direction = "down"
key_actions = ["prevent", "support"]
plan = "4.1"
time_basis = "recorded date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["victim"]
reads = ["repeat_victims", "victims"]
looks_back = ["crime", "incident"]
family = "repeat victims"
notes = """
Hate crimes recorded in the period with an identified individual victim, and those of them where one of those victims had an earlier hate crime, or an earlier \
non-crime incident as complainant, within the 365 days (repeat_days) before, with another incident number. Where repeat victims count people, this counts crimes. Earlier \
records count in whichever district and strand they were, before any filter. Crimes without an identified victim are in neither number."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE WHEN len(repeat_victims) > 0 THEN 'met' ELSE 'not_met' END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM hate_crime
WHERE len(victims) > 0
