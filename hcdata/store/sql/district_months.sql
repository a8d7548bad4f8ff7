-- Records of each dated feed by district and month, contacts and the like by the district of their crime.
SELECT 'crime' AS feed, district, CAST(date_trunc('month', recorded_on) AS DATE) AS month, count(*) AS n FROM crime GROUP BY ALL
UNION ALL
SELECT 'incident', district, CAST(date_trunc('month', recorded_on) AS DATE), count(*) FROM incident GROUP BY ALL
UNION ALL
SELECT 'contact', c.district, CAST(date_trunc('month', timezone('UTC', v.contact_at)) AS DATE), count(*)
FROM victim_contact AS v LEFT JOIN crime AS c USING (crime_ref) GROUP BY ALL
UNION ALL
SELECT 'outcome', c.district, CAST(date_trunc('month', o.outcome_on) AS DATE), count(*)
FROM outcome_event AS o LEFT JOIN crime AS c USING (crime_ref) WHERE o.outcome_on IS NOT NULL GROUP BY ALL
UNION ALL
SELECT 'service', c.district, CAST(date_trunc('month', s.referred_on) AS DATE), count(*)
FROM service AS s LEFT JOIN crime AS c USING (crime_ref) WHERE s.referred_on IS NOT NULL GROUP BY ALL
