/* ---
title = "Racially or religiously aggravated offences"
short = "aggravated offences"
things = ["aggravated offence", "aggravated offences"]
question = "How many crimes were recorded under a racially or religiously aggravated code?"
kind = "count"
direction = "neutral"
key_actions = ["understand", "investigate"]
plan = "Appendix A 2"
time_basis = "recorded date"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["offence code"]
reads = ["aggravated", "strands"]
notes = """
Crimes whose Home Office code is an aggravated one, whether or not they are flagged as hate; cancelled crimes are left out. \
Those with no race or religion strand are marked flag_missing in the list: their flag was missed."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CAST(NULL AS VARCHAR) AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed},
    offence_code,
    NOT list_has_any(strands, ['race', 'religion']) AS flag_missing
FROM crime
WHERE aggravated AND cancelled IS NOT TRUE
