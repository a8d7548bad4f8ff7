-- The first recorded date of each feed that is counted by one; a sheet about crimes begins with the month of its first entry.
SELECT 'crime' AS feed, min(recorded_on) AS first FROM crime
UNION ALL SELECT 'incident', min(recorded_on) FROM incident
UNION ALL
SELECT feed, CAST(date_trunc('month', min(covers_from)) AS DATE)
FROM load_file
WHERE feed IN ('contact', 'outcome', 'service')
GROUP BY feed
HAVING min(covers_from) IS NOT NULL
