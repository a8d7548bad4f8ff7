-- Values nobody has mapped, with the rows they stand in and the load that met them last: most rows first within each field.
SELECT u.field, u.text, CAST(sum(u.rows) AS BIGINT) AS rows, max(f.load) AS load
FROM unmapped AS u
JOIN load_file AS f USING (file_id)
GROUP BY u.field, u.text
ORDER BY u.field, rows DESC, u.text
