/* ---
title = "Open hate crimes with a supervisor named"
short = "supervisor named"
question = "Does every open hate crime have a named supervisor?"
kind = "proportion"
standing = true
direction = "up"
key_actions = ["investigate"]
plan = "2.2"
time_basis = "the data-to date; months are those of recording"
counts = "crime"
parameters = []
needs = ["crime"]
populated = ["strand", "outcome", "supervisor"]
reads = ["outcome_code", "supervisor_named"]
duty = true
lacks = "a supervisor named on the crime"
notes = """
All hate crimes without an outcome on the data-to date, whenever they were recorded: the period chosen does not apply. Met when the crime names a \
supervisor, not met when it says that none is named; with nothing said either way it is not recorded, counts as not evidenced and is shown apart. Crimes whose outcome is in words \
nobody has mapped are left out: nobody knows whether they are open."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE WHEN supervisor_named THEN 'met' WHEN NOT supervisor_named THEN 'not_met' ELSE 'not_recorded' END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed},
    contacts
FROM hate_crime
WHERE outcome_code IS NULL
