-- text_row + value_map -> typed: one row for each event, known by its day, name and scope.
SELECT
    t.file_id,
    t.row_no,
    CASE
        WHEN t.footer THEN 'footer_row'
        WHEN t.ragged THEN 'wrong_cell_count'
        WHEN t.name IS NULL THEN 'missing_reference'
        WHEN t.event_date IS NULL THEN 'missing_recorded_date'
        WHEN true_moment(t.event_date, $date_formats) IS NULL THEN 'unreadable_date'
    END AS reason,
    md5(concat_ws('|', CAST(true_moment(t.event_date, $date_formats) AS DATE), lower(t.name), coalesce(d.id, 'force'))) AS event_id,
    CAST(true_moment(t.event_date, $date_formats) AS DATE) AS event_on,
    t.name,
    coalesce(d.id, 'force') AS scope,
    k.id AS kind,
    t.note,
    CAST(NULL AS DATE) AS recorded_on,
    list_filter([
        CASE WHEN d.id = 'unmapped' THEN 'scope unmapped' END,
        CASE WHEN k.id = 'unmapped' THEN 'kind unmapped' END
    ], x -> x IS NOT NULL) AS faults
FROM text_row AS t
LEFT JOIN value_map AS k ON k.field = 'kind' AND k.text = t.kind
LEFT JOIN value_map AS d ON d.field = 'district_or_force' AND d.text = t.district_or_force
