/* ---
title = "Hate flags found right in audit"
short = "flag accuracy"
question = "Of the records sampled, how many carry the right hate flag?"
kind = "proportion"
direction = "up"
key_actions = ["understand"]
plan = "1.11"
time_basis = "date of the audit"
counts = "crime"
parameters = []
needs = ["crime", "audit"]
things = ["sampled record", "sampled records"]
notes = """
Records of an audit's sample, flagged or not, by the day they were judged and the district of their crime. Met when the flag, or the decision to record, was found right. \
Without a finding a record is not recorded, and shown apart. A crime sampled on two days is two records; one line sent twice, or judged anew on the same day, is one. Records whose \
crime is not loaded are left out: nobody knows in which district they stand. A sample speaks of all records with the interval shown, and of a few records not at all."""
--- */
SELECT
    a.crime_ref || ', ' || strftime(a.audited_on, '%d/%m/%Y') AS ref,
    a.audited_on AS counted_at,
    district,
    strands,
    CASE WHEN a.flag_right THEN 'met' WHEN NOT a.flag_right THEN 'not_met' ELSE 'not_recorded' END AS state,
    CAST(NULL AS DOUBLE) AS value,
    {listed}
FROM flag_audit AS a
JOIN crime USING (crime_ref)
