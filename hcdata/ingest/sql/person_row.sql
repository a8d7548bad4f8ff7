-- written_person -> person_row(file_id, row_no, role, private, person), identity(person, system_id, surname, forenames, born_on, sex)
-- and person_count(named, told_apart): rows that name a private person, and those of them from which it is told who.
INSERT INTO person_count
SELECT coalesce(sum(n), 0), coalesce(sum(n) FILTER (person IS NOT NULL), 0)
FROM written_person
WHERE number IS NOT NULL OR spoilt IS NOT NULL OR surname IS NOT NULL;

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
