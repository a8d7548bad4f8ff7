-- Each thing has one row.
thing AS (
    SELECT
        {parts}
        state = 'met' AS met,
        state <> 'not_due' AS due,
        state = 'not_recorded' AS not_recorded,
        state = 'not_due' AS not_due,
        value
    FROM {split}
)
