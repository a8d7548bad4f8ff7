-- Current outcome rows not seen since before a full extract of outcomes that covers their date.
SELECT count(*)
FROM outcome_event_version AS o
WHERE o.to_load IS NULL
    AND o.outcome_code IS NOT NULL
    AND EXISTS (
        SELECT 1
        FROM (
            SELECT * FROM load_file QUALIFY file_id = max(file_id) OVER (PARTITION BY sha256, sheet, feed, as_of)
        ) AS f
        WHERE f.feed = 'outcome' AND f.is_full AND f.as_of > o.seen AND o.outcome_on BETWEEN f.covers_from AND f.covers_to
    )
