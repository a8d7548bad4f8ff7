-- Each crime's reference as the extract that last changed it wrote it, noughts and all, without what guards it from a spreadsheet;
-- as known at the load -> crime_ref, written.
SELECT crime_ref, arg_max(regexp_replace(raw_ref, '^(="|'')|("|[.]0)$', '', 'g'), from_load) AS written
FROM base.crime_version
WHERE crime_ref IN (SELECT unnest($refs::VARCHAR[])) AND from_load <= (SELECT load FROM as_at) AND raw_ref IS NOT NULL
GROUP BY crime_ref
