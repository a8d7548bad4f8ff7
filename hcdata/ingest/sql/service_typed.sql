-- text_row + value_map -> typed: one row for each crime the Victim and Witness Hub speaks of.
SELECT
    t.file_id,
    t.row_no,
    CASE
        WHEN t.footer THEN 'footer_row'
        WHEN t.ragged THEN 'wrong_cell_count'
        WHEN t.crime_ref IS NULL THEN 'missing_reference'
        WHEN canonical(t.crime_ref, $pattern, $form) IS NULL THEN 'bad_reference'
    END AS reason,
    canonical(t.crime_ref, $pattern, $form) AS crime_ref,
    CAST(true_moment(t.referred, $date_formats) AS DATE) AS referred_on,
    TRY_CAST(so.id AS BOOLEAN) AS support_offered,
    TRY_CAST(sa.id AS BOOLEAN) AS support_accepted,
    TRY_CAST(vo.id AS BOOLEAN) AS vps_offered,
    TRY_CAST(vt.id AS BOOLEAN) AS vps_taken,
    CAST(true_moment(t.assessed, $date_formats) AS DATE) AS assessed_on,
    t.satisfaction,
    sf.id AS satisfied,
    rl.id AS risk_level,
    CAST(true_moment(t.risk_review_due, $date_formats) AS DATE) AS review_due_on,
    CAST(true_moment(t.risk_reviewed, $date_formats) AS DATE) AS risk_reviewed_on,
    CAST(true_moment(t.support_begun, $date_formats) AS DATE) AS support_begun_on,
    TRY_CAST(ds.id AS BOOLEAN) AS dissatisfied,
    CAST(true_moment(t.dissatisfied_on, $date_formats) AS DATE) AS dissatisfied_on,
    dr.id AS dissatisfied_because,
    TRY_CAST(le.id AS BOOLEAN) AS learned,
    CAST(true_moment(t.referred, $date_formats) AS DATE) AS recorded_on,
    list_filter([
        CASE WHEN so.id = 'unmapped' THEN 'support_offered unmapped' END,
        CASE WHEN sa.id = 'unmapped' THEN 'support_accepted unmapped' END,
        CASE WHEN vo.id = 'unmapped' THEN 'vps_offered unmapped' END,
        CASE WHEN vt.id = 'unmapped' THEN 'vps_taken unmapped' END,
        CASE WHEN sf.id = 'unmapped' THEN 'satisfaction unmapped' END,
        CASE WHEN rl.id = 'unmapped' THEN 'risk_level unmapped' END,
        CASE WHEN ds.id = 'unmapped' THEN 'dissatisfied unmapped' END,
        CASE WHEN dr.id = 'unmapped' THEN 'dissatisfied_reason unmapped' END,
        date_fault('risk_review_due', t.risk_review_due, true_moment(t.risk_review_due, $date_formats)),
        date_fault('risk_reviewed', t.risk_reviewed, true_moment(t.risk_reviewed, $date_formats)),
        date_fault('support_begun', t.support_begun, true_moment(t.support_begun, $date_formats)),
        date_fault('dissatisfied_on', t.dissatisfied_on, true_moment(t.dissatisfied_on, $date_formats)),
        date_fault('referred', t.referred, true_moment(t.referred, $date_formats)),
        date_fault('assessed', t.assessed, true_moment(t.assessed, $date_formats))
    ], x -> x IS NOT NULL) AS faults
FROM text_row AS t
LEFT JOIN value_map AS so ON so.field = 'support_offered' AND so.text = t.support_offered
LEFT JOIN value_map AS sa ON sa.field = 'support_accepted' AND sa.text = t.support_accepted
LEFT JOIN value_map AS vo ON vo.field = 'vps_offered' AND vo.text = t.vps_offered
LEFT JOIN value_map AS vt ON vt.field = 'vps_taken' AND vt.text = t.vps_taken
LEFT JOIN value_map AS sf ON sf.field = 'satisfaction' AND sf.text = t.satisfaction
LEFT JOIN value_map AS rl ON rl.field = 'risk_level' AND rl.text = t.risk_level
LEFT JOIN value_map AS ds ON ds.field = 'dissatisfied' AND ds.text = t.dissatisfied
LEFT JOIN value_map AS dr ON dr.field = 'dissatisfied_reason' AND dr.text = t.dissatisfied_reason
LEFT JOIN value_map AS le ON le.field = 'learned' AND le.text = t.learned
