-- Every file of a feed that is counted by a day: what it is called, up to when its data run, its first and last day.
SELECT file_id, feed, file, sheet, as_of, covers_from, covers_to, records
FROM load_file
WHERE feed IN ('crime', 'incident', 'contact', 'outcome', 'service')
ORDER BY as_of, file_id
