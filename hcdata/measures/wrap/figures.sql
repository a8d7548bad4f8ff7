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
-- Each thing once for each part, whatever its rows.
thing AS (
    SELECT
        {parts}
        ref,
        bool_or(state = 'met') AS met,
        bool_or(state <> 'not_due') AS due,
        bool_or(state = 'not_recorded') AS not_recorded,
        bool_or(state = 'not_due') AS not_due,
        max(value) AS value
    FROM {split}
    GROUP BY ALL
)

SELECT
    {names}
    count(*) AS things,
    count(*) FILTER (met) AS met,
    count(*) FILTER (due) AS due,
    count(*) FILTER (not_recorded) AS not_recorded,
    count(*) FILTER (not_due) AS not_due,
    median(value) AS median
FROM thing
GROUP BY ALL
