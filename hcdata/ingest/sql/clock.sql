-- clock_day(day, shift): microseconds the local clock of $zone is ahead of UTC, for days it does not change on. A week that begins and
-- ends with one shift has it throughout: no zone changes its clock twice in a week. Only weeks with a change are asked day by day.
CREATE OR REPLACE TEMP TABLE clock_day AS
WITH week AS (
    SELECT day, epoch_us(day) - epoch_us(timezone($zone, day)) AS shift
    FROM (SELECT unnest(generate_series(TIMESTAMP '1970-01-01', TIMESTAMP '2070-01-08', INTERVAL 7 DAY)) AS day)
),
bound AS (
    SELECT
        a.day + to_days(CAST(n AS INTEGER)) AS day,
        CASE WHEN a.shift = b.shift THEN a.shift
            ELSE epoch_us(a.day + to_days(CAST(n AS INTEGER))) - epoch_us(timezone($zone, a.day + to_days(CAST(n AS INTEGER)))) END AS shift
    FROM week AS a
    JOIN week AS b ON b.day = a.day + INTERVAL 7 DAY
    CROSS JOIN range(7) AS weekday(n)
)
SELECT CAST(a.day AS DATE) AS day, a.shift
FROM bound AS a
JOIN bound AS b ON b.day = a.day + INTERVAL 1 DAY
WHERE a.shift = b.shift;
