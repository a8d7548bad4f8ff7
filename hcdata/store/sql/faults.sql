-- Cells of accepted rows that could not be read or mapped, oldest load first; the filter is empty when not asked for.
SELECT f.file, f.sheet, t.row_no, t.field, t.reason
FROM fault AS t
JOIN load_file AS f USING (file_id)
WHERE coalesce(t.field = $field, true)
ORDER BY f.file_id, t.row_no, t.field
