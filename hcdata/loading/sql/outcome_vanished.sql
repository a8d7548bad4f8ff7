-- Current outcome rows not seen since before a full extract of outcomes that covers their date and speaks for their crime's district.
SELECT count(*)
FROM outcome_event_version AS o
LEFT JOIN crime_version AS c ON c.crime_ref = o.crime_ref AND c.to_load IS NULL
WHERE o.to_load IS NULL
    AND o.outcome_code IS NOT NULL
    AND EXISTS (
        SELECT 1
        FROM (
            SELECT * FROM load_file QUALIFY file_id = max(file_id) OVER (PARTITION BY sha256, sheet, feed, as_of)
        ) AS f
        WHERE f.feed = 'outcome' AND f.is_full AND f.as_of > o.seen AND o.outcome_on BETWEEN f.covers_from AND f.covers_to
            AND coalesce(list_contains(f.districts, coalesce(c.district, 'not_recorded')), true)
    )
