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
    CAST(true_moment(t.referred, $date_formats) AS DATE) AS recorded_on,
    list_filter([
        CASE WHEN so.id = 'unmapped' THEN 'support_offered unmapped' END,
        CASE WHEN sa.id = 'unmapped' THEN 'support_accepted unmapped' END,
        CASE WHEN vo.id = 'unmapped' THEN 'vps_offered unmapped' END,
        CASE WHEN vt.id = 'unmapped' THEN 'vps_taken unmapped' END,
        date_fault('referred', t.referred, true_moment(t.referred, $date_formats)),
        date_fault('assessed', t.assessed, true_moment(t.assessed, $date_formats))
    ], x -> x IS NOT NULL) AS faults
FROM text_row AS t
LEFT JOIN value_map AS so ON so.field = 'support_offered' AND so.text = t.support_offered
LEFT JOIN value_map AS sa ON sa.field = 'support_accepted' AND sa.text = t.support_accepted
LEFT JOIN value_map AS vo ON vo.field = 'vps_offered' AND vo.text = t.vps_offered
LEFT JOIN value_map AS vt ON vt.field = 'vps_taken' AND vt.text = t.vps_taken
