/* ---
title = "Aggravated offences without a race or religion flag"
short = "missing flags"
things = ["aggravated offence without a race or religion flag", "aggravated offences without a race or religion flag"]
question = "Which aggravated offences are not flagged as race or religion hate crime?"
kind = "count"
direction = "down"
key_actions = ["report", "understand"]
plan = "1.11"
time_basis = "recorded date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["strand", "offence code"]
reads = ["aggravated", "strands"]
notes = """
Crimes under a racially or religiously aggravated code that carry neither a race nor a religion strand: by definition their flag was missed. \
Some carry no strand at all and so are not among the recorded hate crimes. Cancelled crimes are left out."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CAST(NULL AS VARCHAR) AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed},
    offence_code
FROM crime
WHERE aggravated AND cancelled IS NOT TRUE AND NOT list_has_any(strands, ['race', 'religion'])
