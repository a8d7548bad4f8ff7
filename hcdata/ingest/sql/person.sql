-- One column group of persons, person_text + person_map -> written_person (each way a person is written, with the pseudonym),
-- person_row(file_id, row_no, role, private, person), identity(person, system_id, surname, forenames, born_on, sex) and
-- person_count(named, told_apart): rows that name a private person, and those of them from which it is told who.
-- Key: the records system's number, else surname + date of birth + sex, exact (domain rule); without either nobody is identified.
CREATE OR REPLACE TEMP TABLE written_person AS
WITH written AS (
    SELECT person_system_id, person_surname, person_forenames, person_born, person_sex, count(*) AS n
    FROM person_text AS t
    LEFT JOIN person_map AS r ON r.field = 'person_role' AND r.text = t.person_role
    LEFT JOIN person_map AS k ON k.field = 'person_type' AND k.text = t.person_type
    WHERE coalesce($role, r.id) IN ('victim', 'suspect', 'subject') AND coalesce(k.id, 'true') = 'true'
    GROUP BY ALL
),
named AS (
    SELECT *,
        -- A nought, a dash or "Unknown" in place of a number is nobody's.
        CASE WHEN NOT list_contains($unsaid, lower(person_system_id)) AND NOT regexp_full_match(person_system_id, '[0\W]*')
            THEN person_system_id END AS number,
        CASE WHEN NOT list_contains($unknown_names, upper(person_surname)) THEN person_surname END AS surname,
        birthday(person_born, $date_formats) AS born_on,
        upper(left(person_sex, 1)) AS sex
    FROM written
),
keyed AS (
    SELECT *,
        CASE
            WHEN number IS NOT NULL THEN 'ID|' || upper(number)
            WHEN letters(surname) <> '' AND born_on IS NOT NULL AND sex IS NOT NULL
                THEN 'NAME|' || letters(surname) || '|' || CAST(born_on AS VARCHAR) || '|' || sex
        END AS person_key
    FROM named
)
SELECT * EXCLUDE (person_key), as_number(pseudonym(person_key, $inner_block, $outer_block)) AS person
FROM keyed;

INSERT INTO person_count
SELECT coalesce(sum(n), 0), coalesce(sum(n) FILTER (person IS NOT NULL), 0)
FROM written_person
WHERE number IS NOT NULL OR letters(surname) <> '';

INSERT INTO identity
SELECT person, person_system_id, surname, person_forenames, born_on, sex
FROM written_person
WHERE person IS NOT NULL;

INSERT INTO person_row
WITH named AS (
    SELECT t.*, coalesce($role, r.id) AS role, coalesce(k.id, 'true') = 'true' AS private
    FROM person_text AS t
    LEFT JOIN person_map AS r ON r.field = 'person_role' AND r.text = t.person_role
    LEFT JOIN person_map AS k ON k.field = 'person_type' AND k.text = t.person_type
)
SELECT t.file_id, t.row_no, t.role, t.private, CASE WHEN t.private THEN w.person END
FROM named AS t
LEFT JOIN written_person AS w
    ON w.person_system_id IS NOT DISTINCT FROM t.person_system_id
    AND w.person_surname IS NOT DISTINCT FROM t.person_surname
    AND w.person_forenames IS NOT DISTINCT FROM t.person_forenames
    AND w.person_born IS NOT DISTINCT FROM t.person_born
    AND w.person_sex IS NOT DISTINCT FROM t.person_sex
WHERE t.role IN ('victim', 'suspect', 'subject') AND (w.person IS NOT NULL OR NOT t.private);
