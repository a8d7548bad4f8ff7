-- text_row + value_map -> typed: one row for each contact with a victim, known by what it says, as it has no number.
WITH parsed AS (
    SELECT
        t.*,
        canonical(t.crime_ref, $pattern, $form) AS ref,
        moment(t.contact, $date_formats) AS contact_local,
        coalesce(r.id, 'not_recorded') AS rank_id,
        coalesce(k.id, 'not_recorded') AS kind_id
    FROM text_row AS t
    LEFT JOIN value_map AS k ON k.field = 'contact_kind' AND k.text = t.contact_kind
    LEFT JOIN value_map AS r ON r.field = 'rank' AND r.text = t.rank
)
SELECT
    file_id,
    row_no,
    CASE
        WHEN footer OR (ref IS NULL AND total) THEN 'footer_row'
        WHEN ragged THEN 'wrong_cell_count'
        WHEN crime_ref IS NULL THEN 'missing_reference'
        WHEN ref IS NULL THEN 'bad_reference'
        WHEN contact IS NOT NULL AND NOT has_time(contact) THEN 'missing_contact_time'
        ELSE date_reason(contact, contact_local, as_of, 'missing_contact_time')
    END AS reason,
    -- The rank as it is written: an alias entered later changes what a row means, not which row it is.
    md5(concat_ws('|', ref, CAST(contact_local AS VARCHAR), coalesce(upper(rank), ''), kind_id)) AS contact_id,
    ref AS crime_ref,
    instant(contact_local, $zone) AS contact_at,
    CAST(contact_local AS DATE) AS recorded_on,
    rank_id AS rank,
    list_contains($supervisors, rank_id) AS supervisor,
    kind_id AS kind,
    list_filter([
        CASE WHEN kind_id = 'unmapped' THEN 'contact_kind unmapped' END,
        CASE WHEN rank_id IN ('unmapped', 'not_recorded') THEN 'rank ' || rank_id END
    ], x -> x IS NOT NULL) AS faults
FROM parsed
