-- Current crimes not seen since before a full extract that covers their recorded date.
SELECT count(*)
FROM crime_version AS c
WHERE c.to_load IS NULL
    AND EXISTS (
        SELECT 1
        FROM load_file AS f
        WHERE f.feed = 'crime' AND f.is_full AND f.as_of > c.seen AND c.recorded_on BETWEEN f.covers_from AND f.covers_to
    )
