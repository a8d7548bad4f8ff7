/* ---
title = "Hate incidents that are not crimes"
short = "non-crime incidents"
things = ["non-crime hate incident", "non-crime hate incidents"]
question = "How many hate incidents were recorded that are not crimes?"
kind = "count"
direction = "neutral"
key_actions = ["prevent", "report"]
plan = "1.11"
time_basis = "date created"
counts = "incident"
parameters = []
needs = ["incident"]
reads = ["kind"]
notes = """
Incident records of the three kinds that are not crimes: non-crime hate incidents under the 2023 Code, anti-social behaviour with a hate element, \
and intelligence only. Cancelled and duplicate records are left out. They are never added to crimes, and the regime changed in 2026: read the kinds apart."""
--- */
SELECT
    incident_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CAST(NULL AS VARCHAR) AS state,
    CAST(NULL AS DOUBLE) AS value,
    incident_ref,
    kind,
    recorded_on,
    channel,
    settings,
    place_type,
    east_km,
    north_km
FROM incident
WHERE kind IN ('nchi_legacy', 'asb_hate', 'intel_only') AND cancelled IS NOT TRUE
