-- text_row + value_map -> typed: one row for each record of an audit's sample, known by its crime and the day it was judged.
WITH parsed AS (
    SELECT
        t.*,
        canonical(t.crime_ref, $pattern, $form) AS ref,
        moment(t.audited, $date_formats) AS audited_local,
        v.id AS verdict
    FROM text_row AS t
    LEFT JOIN value_map AS v ON v.field = 'flag_right' AND v.text = t.flag_right
)
SELECT
    file_id,
    row_no,
    CASE
        WHEN footer OR (ref IS NULL AND total) THEN 'footer_row'
        WHEN ragged THEN 'wrong_cell_count'
        WHEN crime_ref IS NULL THEN 'missing_reference'
        WHEN ref IS NULL THEN 'bad_reference'
        ELSE date_reason(audited, audited_local, as_of, 'missing_date')
    END AS reason,
    md5(concat_ws('|', ref, CAST(CAST(audited_local AS DATE) AS VARCHAR))) AS audit_id,
    ref AS crime_ref,
    CAST(audited_local AS DATE) AS audited_on,
    CAST(audited_local AS DATE) AS recorded_on,
    TRY_CAST(verdict AS BOOLEAN) AS flag_right,
    list_filter([CASE WHEN verdict = 'unmapped' THEN 'flag_right unmapped' END], x -> x IS NOT NULL) AS faults
FROM parsed
