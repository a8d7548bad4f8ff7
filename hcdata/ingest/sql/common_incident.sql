-- text_row + refused_before -> common_incident(incident_ref): numbers that are no incident's, for they hold a share of a file's crimes that no
-- incident has, recorded on different days: more than half of them, three or more; or ten or more, and a tenth of them, over a week.
-- Sketches find what may be so common in one pass, whatever the number of rows; those few are then counted.
CREATE OR REPLACE TEMP TABLE common_incident AS
WITH often AS (
    SELECT file_id, count(incident_ref) AS crimes, unnest(approx_top_k(incident_ref, 20)) AS incident_ref
    FROM text_row
    GROUP BY file_id
),
held AS (
    SELECT
        file_id, incident_ref, any_value(o.crimes) AS crimes, count(DISTINCT crime_ref) AS n,
        max(CAST(moment(recorded, $date_formats) AS DATE)) - min(CAST(moment(recorded, $date_formats) AS DATE)) AS days
    FROM text_row AS t
    JOIN often AS o USING (file_id, incident_ref)
    GROUP BY file_id, incident_ref
)
SELECT unwrapped(incident_ref) AS incident_ref
FROM held
WHERE n >= 3 AND n * 2 > crimes AND days >= 2 OR n >= 10 AND n * 10 >= crimes AND days > 7
UNION
SELECT id FROM refused_before WHERE kind = 'incident';
