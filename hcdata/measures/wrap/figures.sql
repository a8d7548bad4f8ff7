WITH relation AS (
{relation}
),

-- What the reader asked for and may see in total.
kept AS (
    SELECT * FROM relation
    WHERE is_dated(counted_at, $start, $end)
        AND is_chosen(district, $districts)
        AND has_chosen(strands, $strands)
        AND in_scope(district, $scope)
),
{steps}
{thing}

SELECT
    {names}
    count(*) AS things,
    count(*) FILTER (met) AS met,
    count(*) FILTER (due) AS due,
    count(*) FILTER (not_recorded) AS not_recorded,
    count(*) FILTER (not_due) AS not_due,
    median(value) AS median,
    quantile_cont(value, 0.9) AS ninth
FROM thing
GROUP BY ALL
