-- text_row + value_map -> typed: one row for each review of a crime, known by what it says, as it has no number.
WITH parsed AS (
    SELECT
        t.*,
        canonical(t.crime_ref, $pattern, $form) AS ref,
        moment(t.reviewed, $date_formats) AS reviewed_local,
        coalesce(r.id, 'not_recorded') AS rank_id,
        d.id AS done_id
    FROM text_row AS t
    LEFT JOIN value_map AS r ON r.field = 'rank' AND r.text = t.rank
    LEFT JOIN value_map AS d ON d.field = 'review_done' AND d.text = t.review_done
)
SELECT
    file_id,
    row_no,
    CASE
        WHEN footer OR (ref IS NULL AND total) THEN 'footer_row'
        WHEN ragged THEN 'wrong_cell_count'
        WHEN crime_ref IS NULL THEN 'missing_reference'
        WHEN ref IS NULL THEN 'bad_reference'
        ELSE date_reason(reviewed, reviewed_local, as_of, 'missing_date')
    END AS reason,
    -- The rank as it is written: an alias entered later changes what a row means, not which row it is.
    md5(concat_ws('|', ref, CAST(reviewed_local AS VARCHAR), coalesce(upper(rank), ''))) AS review_id,
    ref AS crime_ref,
    CASE WHEN has_time(reviewed) THEN instant(reviewed_local, $zone) END AS reviewed_at,
    CAST(reviewed_local AS DATE) AS reviewed_on,
    CAST(reviewed_local AS DATE) AS recorded_on,
    rank_id AS rank,
    list_contains($supervisors, rank_id) AS supervisor,
    TRY_CAST(done_id AS BOOLEAN) AS done,
    list_filter([
        CASE WHEN done_id = 'unmapped' THEN 'review_done unmapped' END,
        CASE WHEN rank_id IN ('unmapped', 'not_recorded') THEN 'rank ' || rank_id END
    ], x -> x IS NOT NULL) AS faults
FROM parsed
