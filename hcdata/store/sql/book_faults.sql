-- Files whose rows are not all accounted for.
SELECT f.file, f.sheet
FROM base.load_file AS f
LEFT JOIN (SELECT file_id, count(*) AS rows FROM base.reject GROUP BY file_id) AS r USING (file_id)
WHERE f.rows_read <> f.rows_accepted + f.rows_rejected
    OR f.rows_rejected <> coalesce(r.rows, 0)
    OR f.records <> f.records_new + f.records_changed + f.records_unchanged + f.records_older
ORDER BY f.file_id
