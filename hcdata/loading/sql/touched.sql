-- The crimes whose facts a load may have changed -> wanted: those with a version it opened or closed, a contact, review or outcome row of it,
-- or a person or place in common with a crime or incident of it recorded at most $repeat_days before them.
CREATE OR REPLACE TEMP TABLE wanted AS
WITH touched AS (
    SELECT crime_ref, victims, suspects, place_id, recorded_on FROM crime_version WHERE from_load = $load OR to_load = $load
),
person AS (
    SELECT unnest(victims) AS person, recorded_on FROM touched
    UNION
    SELECT unnest(suspects), recorded_on FROM touched
    UNION
    SELECT unnest(victims), recorded_on FROM incident_version WHERE from_load = $load OR to_load = $load
),
company AS (
    SELECT crime_ref, recorded_on, unnest(victims) AS person FROM crime_version WHERE to_load IS NULL
    UNION ALL
    SELECT crime_ref, recorded_on, unnest(suspects) FROM crime_version WHERE to_load IS NULL
)
SELECT crime_ref FROM touched
UNION
SELECT crime_ref FROM victim_contact_version WHERE from_load = $load OR to_load = $load
UNION
SELECT crime_ref FROM review_version WHERE from_load = $load OR to_load = $load
UNION
SELECT crime_ref FROM outcome_event_version WHERE from_load = $load OR to_load = $load
UNION
SELECT c.crime_ref
FROM company AS c
JOIN person AS p ON p.person = c.person AND c.recorded_on BETWEEN p.recorded_on AND p.recorded_on + $repeat_days
UNION
SELECT c.crime_ref
FROM crime_version AS c
JOIN (SELECT DISTINCT place_id, recorded_on FROM touched) AS t
    ON t.place_id = c.place_id AND c.recorded_on BETWEEN t.recorded_on AND t.recorded_on + $repeat_days
WHERE c.to_load IS NULL
