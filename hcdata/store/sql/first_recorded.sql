-- The first recorded date of each feed that is counted by one.
SELECT 'crime' AS feed, min(recorded_on) AS first FROM crime
UNION ALL SELECT 'incident', min(recorded_on) FROM incident
