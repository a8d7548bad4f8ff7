-- Current outcome rows not seen since before a full extract of outcomes that covers their date and speaks for their crime's district.
SELECT count(*)
FROM outcome_event_version AS o
LEFT JOIN crime_version AS c ON c.crime_ref = o.crime_ref AND c.to_load IS NULL
WHERE o.to_load IS NULL
    AND o.outcome_code IS NOT NULL
    AND EXISTS (
        SELECT 1
        FROM files_at((SELECT max(load) FROM load)) AS f
        WHERE f.feed = 'outcome'
            AND lacks_record(
                f.is_full, f.as_of, f.covers_from, f.covers_to, f.districts, o.seen, o.outcome_on, coalesce(c.district, 'not_recorded')
            )
    )
