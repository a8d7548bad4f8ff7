-- {days} (the day of each row) -> the last day not after today; and the days since the one before it where so few rows stand after a
-- gap the file's own rhythm does not know that they may be slips of the pen.
WITH held AS (
    SELECT day, count(*) AS n FROM ({days}) WHERE day <= $today GROUP BY day
),
spaced AS (
    SELECT day, lag(day) OVER (ORDER BY day) AS before, day - before AS gap, sum(n) OVER (ORDER BY day DESC) AS n_on FROM held
)
SELECT
    max(day),
    max(day) - min(before) FILTER (
        n_on <= $few_rows AND gap >= $long_gap AND gap > $times_usual * (SELECT median(gap) FROM spaced)
    )
FROM spaced
