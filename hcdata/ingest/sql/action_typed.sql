-- text_row + value_map -> typed: one row for each action of a delivery plan.
SELECT
    t.file_id,
    t.row_no,
    CASE
        WHEN t.footer THEN 'footer_row'
        WHEN t.ragged THEN 'wrong_cell_count'
        WHEN t.action_no IS NULL THEN 'missing_reference'
    END AS reason,
    upper(t.action_no) AS action_no,
    coalesce(ka.id, 'not_recorded') AS key_action,
    t.title,
    coalesce(d.id, 'not_recorded') AS district,
    t.owner,
    coalesce(s.id, 'not_recorded') AS status,
    CAST(true_moment(t.raised, $date_formats) AS DATE) AS raised_on,
    CAST(true_moment(t.due, $date_formats) AS DATE) AS due_on,
    CAST(true_moment(t.updated, $date_formats) AS DATE) AS updated_on,
    t.latest_update,
    CAST(true_moment(t.discharged, $date_formats) AS DATE) AS discharged_on,
    CAST(NULL AS DATE) AS recorded_on,
    list_filter([
        CASE WHEN ka.id = 'unmapped' THEN 'key_action unmapped' END,
        CASE WHEN d.id = 'unmapped' THEN 'district unmapped' END,
        CASE WHEN s.id = 'unmapped' THEN 'status unmapped' END,
        date_fault('due', t.due, true_moment(t.due, $date_formats)),
        date_fault('updated', t.updated, true_moment(t.updated, $date_formats)),
        date_fault('raised', t.raised, true_moment(t.raised, $date_formats)),
        date_fault('discharged', t.discharged, true_moment(t.discharged, $date_formats))
    ], x -> x IS NOT NULL) AS faults
FROM text_row AS t
LEFT JOIN value_map AS ka ON ka.field = 'key_action' AND ka.text = t.key_action
LEFT JOIN value_map AS d ON d.field = 'district_or_force' AND d.text = t.district_or_force
LEFT JOIN value_map AS s ON s.field = 'action_status' AND s.text = t.action_status
