/* ---
title = "Repeat places"
short = "repeat places"
question = "How many places saw their third or later hate crime within 12 months?"
kind = "proportion"
direction = "neutral"
key_actions = ["prevent", "respond"]
plan = "Appendix A 2"
time_basis = "recorded date"
counts = "place"
parameters = []
needs = ["crime"]
populated = ["place"]
reads = ["place_id", "repeat_place"]
looks_back = ["crime"]
notes = """
Places of hate crimes recorded in the period, each once; met when one of those crimes is at least the third (repeat_place_crimes) distinct incident of \
hate crime there within 365 days (repeat_days), itself counted. A place is a property number, else postcode and address, exactly; online crimes and default \
addresses such as the police station are no place. Of incidents on one day without times, which came first is not known, and each counts with the others. Earlier crimes count in whichever district and strand they were, before any filter."""
--- */
SELECT
    place_id AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE WHEN repeat_place THEN 'met' ELSE 'not_met' END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM hate_crime
WHERE place_id IS NOT NULL
