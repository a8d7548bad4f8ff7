-- Rejected rows, oldest load first; the filters are empty when not asked for.
SELECT f.file, f.sheet, r.row_no, r.reason
FROM reject AS r
JOIN load_file AS f USING (file_id)
WHERE coalesce(f.file = $file, true) AND coalesce(r.reason = $reason, true)
ORDER BY f.file_id, r.row_no
