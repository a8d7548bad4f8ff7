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
