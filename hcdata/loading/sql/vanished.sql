-- Current crimes not seen since before a full extract that covers their recorded date and speaks for their district.
SELECT count(*)
FROM crime_version AS c
WHERE c.to_load IS NULL
    AND EXISTS (
        SELECT 1
        FROM (
            SELECT * FROM load_file QUALIFY file_id = max(file_id) OVER (PARTITION BY sha256, sheet, feed, as_of)
        ) AS f
        WHERE f.feed = 'crime' AND f.is_full AND f.as_of > c.seen AND c.recorded_on BETWEEN f.covers_from AND f.covers_to
            AND coalesce(list_contains(f.districts, c.district), true)
    )
