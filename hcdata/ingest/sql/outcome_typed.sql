-- text_row + value_map -> typed: one row for each outcome given to a crime; one without a readable date is kept without it.
WITH parsed AS (
    SELECT
        t.*,
        canonical(t.crime_ref, $pattern, $form) AS ref,
        moment(t.outcome_date, $date_formats) AS given_local,
        CAST(true_moment(t.outcome_date, $date_formats) AS DATE) AS outcome_on,
        o.id AS code
    FROM text_row AS t
    LEFT JOIN value_map AS o ON o.field = 'outcome' AND o.text = t.outcome
)
SELECT
    file_id,
    row_no,
    CASE
        WHEN footer OR (ref IS NULL AND total) THEN 'footer_row'
        WHEN ragged THEN 'wrong_cell_count'
        WHEN crime_ref IS NULL THEN 'missing_reference'
        WHEN ref IS NULL THEN 'bad_reference'
        WHEN outcome IS NULL THEN 'missing_outcome'
        WHEN given_local > as_of THEN 'future_date'
    END AS reason,
    -- The words and not the code they stand for: an alias entered later changes what a row means, not which row it is.
    md5(concat_ws('|', ref, lower(outcome), coalesce(CAST(outcome_on AS VARCHAR), ''))) AS outcome_id,
    ref AS crime_ref,
    code AS outcome_code,
    outcome_on,
    outcome_on AS recorded_on,
    coalesce(regexp_full_match(outcome_date, '\d{4}-\d{2}'), false) AS month_only,
    CASE WHEN code <> 'unmapped' THEN outcome END AS outcome_text,
    list_filter([
        CASE WHEN code = 'unmapped' OR NOT list_contains($outcome_codes, code) THEN 'outcome unmapped' END,
        CASE WHEN outcome_date IS NULL THEN 'outcome_date not_recorded' END,
        date_fault('outcome_date', outcome_date, outcome_on)
    ], x -> x IS NOT NULL) AS faults
FROM parsed
