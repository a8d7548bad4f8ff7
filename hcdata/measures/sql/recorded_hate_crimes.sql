/* ---
title = "Recorded hate crimes"
short = "recorded hate crimes"
question = "How many hate crimes were recorded?"
kind = "count"
direction = "neutral"
key_actions = ["report", "understand"]
plan = "Appendix A 2"
time_basis = "recorded date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["strand"]
notes = """
Crimes that carry at least one hate strand, national or local, counted once each by reference on the date they were recorded. \
Cancelled crimes are left out. One crime can have several strands: strands add to more than the total."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CAST(NULL AS VARCHAR) AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM hate_crime
