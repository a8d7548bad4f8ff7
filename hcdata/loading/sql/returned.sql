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
        FROM (
            SELECT * FROM load_file WHERE load < $load
            QUALIFY file_id = max(file_id) OVER (PARTITION BY sha256, sheet, feed, as_of)
        ) AS f
        WHERE f.feed = 'crime' AND f.is_full AND f.as_of > c.seen AND f.as_of <= $as_of
            AND c.recorded_on BETWEEN f.covers_from AND f.covers_to
            AND coalesce(list_contains(f.districts, c.district), true)
    )
