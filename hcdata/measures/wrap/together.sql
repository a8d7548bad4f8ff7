    -- Each measure's rows once for each request whose dates they fall in.
    SELECT asked.number, counted.*
    FROM (
{relations}
    ) AS counted
    JOIN (
        SELECT
            unnest($numbers::INTEGER[]) AS number,
            unnest($measures::VARCHAR[]) AS measure,
            unnest($starts::DATE[]) AS start_on,
            unnest($ends::DATE[]) AS end_on
    ) AS asked
        ON asked.measure = counted.measure
        AND is_dated(counted.counted_at, asked.start_on, asked.end_on)
