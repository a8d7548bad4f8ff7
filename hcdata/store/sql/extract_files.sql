-- Every file of a feed that is counted by a day ($dated): what it is called, up to when its data run, its first and last day.
SELECT file_id, feed, file, sheet, as_of, covers_from, covers_to, records
FROM load_file
WHERE list_contains($dated, feed)
ORDER BY as_of, file_id
