-- Records of a dated feed by district and month.
SELECT {feed} AS feed, r.district, CAST(date_trunc('month', {day}) AS DATE) AS month, count(*) AS n
FROM {table} AS r
WHERE {day} IS NOT NULL
GROUP BY ALL
