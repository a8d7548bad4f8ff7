-- Current crimes not seen since before a full extract that covers their recorded date and speaks for their district.
SELECT count(*)
FROM crime_version AS c
WHERE c.to_load IS NULL
    AND EXISTS (
        SELECT 1
        FROM files_at((SELECT max(load) FROM load)) AS f
        WHERE f.feed = 'crime'
            AND lacks_record(
                f.is_full, f.as_of, f.covers_from, f.covers_to, f.districts, c.seen, c.recorded_on, c.district
            )
    )
