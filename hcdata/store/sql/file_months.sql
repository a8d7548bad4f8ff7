-- What each file holds of a district and month: file, month None for rows without a date, districts None where not known.
SELECT f.file_id, m.district, m.month, m.records, m.records_new, m.rows_accepted, m.rows_rejected
FROM base.file_month AS m
JOIN load_file AS f USING (file_id)
