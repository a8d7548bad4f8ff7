-- The month of the first entry of each feed about crimes ($about).
SELECT feed, CAST(date_trunc('month', min(covers_from)) AS DATE) AS first
FROM load_file
WHERE list_contains($about, feed)
GROUP BY feed
HAVING min(covers_from) IS NOT NULL
