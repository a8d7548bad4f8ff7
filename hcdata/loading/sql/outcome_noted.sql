-- What the current outcome rows say against each other and against full extracts of outcomes (hcdata/schema/issues.py says what each note
-- means) -> outcome_noted (the shape of outcome_note): the crimes whose outcome in force among those rows has a note.
WITH
full_extract AS (
    SELECT is_full, as_of, covers_from, covers_to, districts
    FROM files_at((SELECT max(load) FROM load))
    WHERE feed = 'outcome' AND is_full
),
-- Most crimes have one outcome row, in the newest extract that could give it: nothing can be noted of them.
in_doubt AS (
    SELECT crime_ref
    FROM outcome_event_version
    WHERE to_load IS NULL AND outcome_code IS NOT NULL
    GROUP BY crime_ref
    HAVING count(*) > 1 OR min(seen) < (SELECT max(as_of) FROM full_extract)
),
-- Each outcome once, however it was worded, with the newest extract that gave it.
told AS (
    SELECT
        crime_ref, outcome_code, outcome_on, month_only, max(seen) AS seen,
        max(file_id) AS file_id, arg_max(row_no, file_id) AS row_no
    FROM outcome_event_version
    SEMI JOIN in_doubt USING (crime_ref)
    WHERE to_load IS NULL AND outcome_code IS NOT NULL
    GROUP BY crime_ref, outcome_code, outcome_on, month_only
),
-- The one that is in force, chosen as in facts.sql.
in_force AS (
    SELECT *
    FROM told
    QUALIFY row_number() OVER (
        PARTITION BY crime_ref
        ORDER BY outcome_code = 'unmapped', outcome_on DESC NULLS LAST, month_only, TRY_CAST(outcome_code AS INTEGER)
    ) = 1
),
-- A month lies before a day where its last day does.
beside AS (
    SELECT
        f.crime_ref,
        bool_or(
            o.seen > f.seen AND CASE WHEN o.month_only THEN last_day(o.outcome_on) ELSE o.outcome_on END < f.outcome_on
        ) AS dated_back,
        bool_or(o.outcome_on = f.outcome_on AND o.month_only = f.month_only AND o.outcome_code <> f.outcome_code) AS one_day
    FROM in_force AS f
    JOIN told AS o ON o.crime_ref = f.crime_ref
    WHERE f.outcome_code <> 'unmapped' AND o.outcome_code <> 'unmapped'
    GROUP BY f.crime_ref
),
missing AS (
    SELECT DISTINCT f.crime_ref
    FROM in_force AS f
    LEFT JOIN crime_version AS c ON c.crime_ref = f.crime_ref AND c.to_load IS NULL
    JOIN full_extract AS e
        ON lacks_record(
            e.is_full, e.as_of, e.covers_from, e.covers_to, e.districts, f.seen, f.outcome_on, coalesce(c.district, 'not_recorded')
        )
)
SELECT f.crime_ref, list_filter([
    CASE WHEN missing.crime_ref IS NOT NULL THEN 'outcome_missing_from_full_extract' END,
    CASE WHEN beside.dated_back THEN 'outcome_dated_back' END,
    CASE WHEN beside.one_day THEN 'outcomes_on_one_day' END
], x -> x IS NOT NULL) AS notes, f.file_id, f.row_no
FROM in_force AS f
LEFT JOIN beside USING (crime_ref)
LEFT JOIN missing USING (crime_ref)
WHERE missing.crime_ref IS NOT NULL OR beside.dated_back OR beside.one_day
