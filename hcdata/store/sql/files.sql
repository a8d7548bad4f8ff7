-- Every file and sheet, newest load first; their names only where they may be ($named).
SELECT
    load, feed, CASE WHEN $named THEN file ELSE 'file ' || file_id END AS file,
    CASE WHEN $named THEN coalesce(sheet, '') ELSE '' END AS sheet, layout, as_of AS data_to, rows_read, rows_accepted, rows_rejected,
    records, records_new, records_changed, records_unchanged, records_older, records_cancelled
FROM load_file
ORDER BY load DESC, file, sheet
