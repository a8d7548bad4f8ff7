-- Rows of each dated feed by month; a month without any between the first and the last may be a sheet that never came.
SELECT 'crime' AS feed, CAST(date_trunc('month', recorded_on) AS DATE) AS month, count(*) AS n FROM crime GROUP BY ALL
UNION ALL
SELECT 'incident', CAST(date_trunc('month', recorded_on) AS DATE), count(*) FROM incident GROUP BY ALL
UNION ALL
SELECT 'contact', CAST(date_trunc('month', timezone('UTC', contact_at)) AS DATE), count(*) FROM victim_contact GROUP BY ALL
UNION ALL
SELECT 'outcome', CAST(date_trunc('month', outcome_on) AS DATE), count(*) FROM outcome_event WHERE outcome_on IS NOT NULL GROUP BY ALL
UNION ALL
SELECT 'service', CAST(date_trunc('month', referred_on) AS DATE), count(*) FROM service WHERE referred_on IS NOT NULL GROUP BY ALL
ORDER BY ALL
