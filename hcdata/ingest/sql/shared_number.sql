-- written_person + known_person + refused_before -> shared_number(person, reason): numbers that link nobody. A number is somebody's where the
-- names and birth dates under it can be one person's: in these files and with what is known of it already. Where nobody under it has a
-- name or a birth date, nothing can contradict it: one figure repeated, figures counted up, or a share of the rows nobody has, is none.
CREATE OR REPLACE TEMP TABLE form AS
WITH numbered AS (
    SELECT person, surname, person_forenames AS forenames, born_on FROM written_person WHERE number IS NOT NULL
),
known AS (
    SELECT as_number(person_id) AS person, surname, forenames, born_on
    FROM known_person
    WHERE person_id IN (SELECT as_pseudonym(person) FROM numbered)
    UNION ALL
    -- The people of the row's other columns: a victim may be a suspect too.
    SELECT person, surname, forenames, born_on FROM identity SEMI JOIN numbered USING (person)
),
several AS (SELECT person FROM (SELECT * FROM numbered UNION ALL SELECT * FROM known) GROUP BY person HAVING count(*) > 1),
written AS (SELECT * FROM (SELECT * FROM numbered UNION ALL SELECT * FROM known) SEMI JOIN several USING (person)),
compared AS (
    SELECT DISTINCT person, {
        'surname': compared(coalesce(surname, '')),
        'forenames': compared(
            CASE WHEN is_no_name(forenames, list_concat($unknown_names, $blank_names)) IS NOT FALSE THEN '' ELSE forenames END),
        'born_on': born_on
    } AS one
    FROM written
)
SELECT person, one, row_number() OVER (PARTITION BY person ORDER BY one) AS place
FROM compared
WHERE one.surname.whole <> '' OR one.forenames.whole <> '' OR one.born_on IS NOT NULL;

CREATE OR REPLACE TEMP TABLE shared_number AS
WITH
-- Numbers that may be nobody's, in rows without a name.
nameless AS (
    SELECT DISTINCT person
    FROM written_person
    WHERE number IS NOT NULL AND surname IS NULL AND born_on IS NULL
        AND (n * 4 >= $common_rows OR length(number) >= 4 AND replace(number, number[1], '') = '' OR starts_with('1234567890', number))
),
counted AS (
    SELECT
        person, any_value(number) AS number, sum(n) AS rows,
        coalesce(sum(n) FILTER (surname IS NOT NULL OR born_on IS NOT NULL), 0) AS named
    FROM written_person
    SEMI JOIN nameless USING (person)
    WHERE number IS NOT NULL
    GROUP BY person
)
SELECT a.person, 'shared' AS reason
FROM form AS a
JOIN form AS b ON b.person = a.person AND b.place < a.place AND b.place <= 12
WHERE a.place <= 40
GROUP BY a.person
HAVING bool_or(contradict(a.one, b.one))
UNION
-- Nobody is written in so many ways.
SELECT person, 'shared' FROM form WHERE place > 40
UNION
SELECT person, 'shared'
FROM written_person
WHERE number IS NOT NULL AND as_pseudonym(person) IN (SELECT id FROM refused_before WHERE kind = 'person')
UNION
SELECT person, 'no_number'
FROM counted
WHERE named = 0 AND (length(number) >= 4 AND replace(number, number[1], '') = '' OR length(number) >= 5 AND starts_with('1234567890', number))
    OR named * 2 < rows AND rows >= $common_rows
        AND rows >= $common_share * (SELECT sum(n) FROM written_person WHERE number IS NOT NULL);

INSERT INTO refused_person SELECT person, max(reason) FROM shared_number GROUP BY person;

-- Whom the name identifies is that person still.
UPDATE written_person
SET person = as_number(pseudonym(name_key(surname, born_on, sex), $inner_block, $outer_block)), number = NULL, spoilt = s.reason
FROM (SELECT person, max(reason) AS reason FROM shared_number GROUP BY person) AS s
WHERE written_person.person = s.person AND number IS NOT NULL;
