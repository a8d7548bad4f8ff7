-- person_text + person_map -> person_fault(file_id, row_no, field, reason): rows whose person is not counted, or not as a private one, because
-- nobody knows the word for the role or the type.
INSERT INTO person_fault
SELECT t.file_id, t.row_no, m.field, 'unmapped'
FROM person_text AS t
JOIN person_map AS m
    ON m.id = 'unmapped'
    AND (m.field = 'person_role' AND m.text = t.person_role AND $role IS NULL OR m.field = 'person_type' AND m.text = t.person_type);
