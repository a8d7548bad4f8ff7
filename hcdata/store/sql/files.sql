SELECT
    load, feed, file, coalesce(sheet, '') AS sheet, layout, as_of AS data_to, rows_read, rows_accepted, rows_rejected,
    records, records_new, records_changed, records_unchanged, records_older, records_cancelled
FROM load_file
ORDER BY load DESC, file, sheet
