-- One person column group of text_row: person_row(file_id, row_no, role, private, person_id, system_id, surname, forenames, born_on, sex).
-- Key: the records system's number, else surname + date of birth + sex, exact (domain rule); without either nobody is identified.
INSERT INTO person_row
WITH written AS (
    SELECT
        t.file_id,
        t.row_no,
        coalesce($role, r.id) AS role,
        coalesce(k.id, 'true') = 'true' AS private,
        t.person_system_id AS system_id,
        CASE WHEN NOT list_contains($unknown_names, upper(t.person_surname)) THEN t.person_surname END AS surname,
        t.person_forenames AS forenames,
        CAST(true_moment(t.person_born, $date_formats) AS DATE) AS born_on,
        upper(left(t.person_sex, 1)) AS sex
    FROM person_text AS t
    LEFT JOIN person_map AS r ON r.field = 'person_role' AND r.text = t.person_role
    LEFT JOIN person_map AS k ON k.field = 'person_type' AND k.text = t.person_type
),
keyed AS (
    SELECT *,
        CASE
            WHEN NOT private THEN NULL
            WHEN system_id IS NOT NULL THEN 'ID|' || upper(system_id)
            WHEN letters(surname) <> '' AND born_on IS NOT NULL AND sex IS NOT NULL
                THEN 'NAME|' || letters(surname) || '|' || CAST(born_on AS VARCHAR) || '|' || sex
        END AS person_key
    FROM written
    WHERE role IN ('victim', 'suspect', 'subject')
)
SELECT file_id, row_no, role, private, pseudonym(person_key, $inner_block, $outer_block), system_id, surname, forenames, born_on, sex
FROM keyed
WHERE person_key IS NOT NULL OR NOT private
