-- Judged rows -> rows of each file by district and month: accepted, and rejected by more than being a footer. A rejected row without a
-- date that can be believed has no month.
SELECT
    file_id,
    {district} AS district,
    CASE
        WHEN reason IS NULL OR reason NOT IN ('unreadable_date', 'placeholder_date', 'future_date')
            THEN CAST(date_trunc('month', recorded_on) AS DATE)
    END AS month,
    count(*) FILTER (reason IS NULL) AS accepted,
    count(*) FILTER (reason <> 'footer_row') AS rejected
FROM {rows}
GROUP BY ALL
HAVING accepted + rejected > 0
