/* ---
title = "Hate crimes in the national return"
short = "the national return"
things = ["hate crime of the national return", "hate crimes of the national return"]
question = "How many hate crimes carry one of the five centrally monitored strands?"
kind = "count"
direction = "neutral"
key_actions = ["understand"]
plan = "Appendix A 2"
time_basis = "recorded date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["strand"]
reads = ["strands"]
notes = """
Recorded hate crimes with race, religion, sexual orientation, disability or transgender among their strands. \
A crime that carries a local strand only is left out, as in the Home Office return; cancelled crimes are left out."""
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
WHERE list_has_any(strands, (SELECT list(id) FROM strand WHERE monitored))
