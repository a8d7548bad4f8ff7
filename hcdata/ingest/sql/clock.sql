-- clock_day(day, shift): microseconds the local clock of $zone is ahead of UTC, for days it does not change on.
CREATE OR REPLACE TEMP TABLE clock_day AS
WITH bound AS (
    SELECT day, epoch_us(day) - epoch_us(timezone($zone, day)) AS shift
    FROM (SELECT unnest(generate_series(TIMESTAMP '1970-01-01', TIMESTAMP '2070-01-01', INTERVAL 1 DAY)) AS day)
)
SELECT CAST(a.day AS DATE) AS day, a.shift
FROM bound AS a
JOIN bound AS b ON b.day = a.day + INTERVAL 1 DAY
WHERE a.shift = b.shift;
