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
    CASE WHEN t.kind_known THEN t.kind_id WHEN t.kind IS NOT NULL THEN 'unmapped' END AS kind,
    t.note,
    CAST(NULL AS DATE) AS recorded_on,
    list_filter([
        CASE WHEN d.id = 'unmapped' THEN 'scope unmapped' END,
        CASE WHEN NOT t.kind_known THEN 'kind unmapped' END
    ], x -> x IS NOT NULL) AS faults
FROM (
    SELECT
        *,
        replace(lower(kind), ' ', '_') AS kind_id,
        list_contains(['trigger', 'festival', 'campaign', 'recording_change'], kind_id) AS kind_known
    FROM text_row
) AS t
LEFT JOIN value_map AS d ON d.field = 'district_or_force' AND d.text = t.district_or_force
