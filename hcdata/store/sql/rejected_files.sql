-- The files with rejected rows, newest first.
SELECT file_id, layout, file, sheet, header_row
FROM load_file
WHERE file_id IN (SELECT file_id FROM reject)
ORDER BY file_id DESC
