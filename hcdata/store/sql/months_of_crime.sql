-- Records of a dated feed about crimes by month and the district of their crime.
SELECT {feed} AS feed, c.district, CAST(date_trunc('month', {day}) AS DATE) AS month, count(*) AS n
FROM {table} AS r
LEFT JOIN crime AS c USING (crime_ref)
WHERE {day} IS NOT NULL
GROUP BY ALL
