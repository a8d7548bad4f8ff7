-- Rejected rows by reason and kind of file.
SELECT r.reason, f.feed, count(*) AS rows
FROM reject AS r
JOIN load_file AS f USING (file_id)
GROUP BY ALL
ORDER BY rows DESC, reason, feed
