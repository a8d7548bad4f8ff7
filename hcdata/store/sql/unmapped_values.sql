-- Values nobody has mapped, with the rows they stand in and the load that met them last: most rows first within each field.
-- Their texts only where they may be read ($named).
SELECT u.field, CASE WHEN $named THEN u.text END AS text, CAST(sum(u.rows) AS BIGINT) AS rows, max(f.load) AS load
FROM unmapped AS u
JOIN load_file AS f USING (file_id)
GROUP BY ALL
ORDER BY u.field, rows DESC, text
