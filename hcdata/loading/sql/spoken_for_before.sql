-- The newest full extract before $as_of that speaks for one of $districts: the time its data run to, and what it speaks for.
SELECT as_of, districts
FROM load_file
WHERE feed = $feed AND is_full AND as_of < $as_of AND list_has_any(districts, $districts::VARCHAR[])
ORDER BY as_of DESC, len(districts) DESC, file_id DESC
LIMIT 1
