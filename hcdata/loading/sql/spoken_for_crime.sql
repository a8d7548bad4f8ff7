-- The records of a crime file -> the districts it speaks for, as a list; no row where none is recorded. A district with fewer than
-- one crime to twenty of the file's largest is a stray in another's extract: the demonstration's smallest district has one to five.
SELECT list(district ORDER BY district)
FROM (
    SELECT district, count(*) AS n
    FROM {records}
    WHERE file_id = $file_id
    GROUP BY district
    QUALIFY n * 20 >= max(n) OVER ()
)
HAVING bool_or(district <> 'not_recorded')
