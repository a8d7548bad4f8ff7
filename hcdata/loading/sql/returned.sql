-- verdict -> returned: the unchanged crimes that a full extract of an earlier load did not hold, though it covers their recorded date
-- and speaks for their district.
CREATE OR REPLACE TEMP TABLE returned AS
SELECT c.crime_ref
FROM crime_version AS c
WHERE c.to_load IS NULL
    AND c.seen < (SELECT max(as_of) FROM load_file WHERE feed = 'crime' AND is_full AND load < $load)
    AND c.crime_ref IN (SELECT key FROM verdict WHERE verdict = 'unchanged')
    AND EXISTS (
        SELECT 1
        FROM files_at($load - 1) AS f
        WHERE f.feed = 'crime' AND f.as_of <= $as_of
            AND lacks_record(f.is_full, f.as_of, f.covers_from, f.covers_to, f.districts, c.seen, c.recorded_on, c.district)
    )
