-- Current outcome rows of crimes that are not there, or not yet.
SELECT count(*)
FROM (SELECT crime_ref FROM outcome_event_version WHERE to_load IS NULL)
ANTI JOIN crime_version USING (crime_ref)
