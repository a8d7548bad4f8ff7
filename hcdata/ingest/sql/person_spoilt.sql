-- person_text + written_person -> person_fault(file_id, row_no, field, reason): rows whose number links nobody, and why.
INSERT INTO person_fault
SELECT t.file_id, t.row_no, 'person_number', w.spoilt
FROM person_text AS t
JOIN written_person AS w
    ON w.spoilt IS NOT NULL
    AND w.person_system_id = t.person_system_id
    AND w.person_surname IS NOT DISTINCT FROM t.person_surname
    AND w.person_forenames IS NOT DISTINCT FROM t.person_forenames
    AND w.person_born IS NOT DISTINCT FROM t.person_born
    AND w.person_sex IS NOT DISTINCT FROM t.person_sex
LEFT JOIN person_map AS r ON r.field = 'person_role' AND r.text = t.person_role
LEFT JOIN person_map AS k ON k.field = 'person_type' AND k.text = t.person_type
WHERE coalesce($role, r.id) IN ('victim', 'suspect', 'subject') AND coalesce(k.id, 'true') = 'true';
