-- The records of an outcomes file -> the districts of those of its crimes that are loaded, as a list, without strays
-- (spoken_for_crime.sql); no row where none is recorded.
SELECT list(district ORDER BY district)
FROM (
    SELECT c.district, count(*) AS n
    FROM {records} AS r
    JOIN crime_version AS c ON c.crime_ref = r.crime_ref AND c.to_load IS NULL
    WHERE r.file_id = $file_id
    GROUP BY c.district
    QUALIFY n * 20 >= max(n) OVER ()
)
HAVING bool_or(district <> 'not_recorded')
