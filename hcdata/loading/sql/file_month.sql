-- The records of a merged file by district and month, and those the store did not have.
INSERT INTO file_month
SELECT
    $file_id,
    district,
    CAST(date_trunc('month', day) AS DATE) AS month,
    count(*) AS records,
    count(*) FILTER (is_new) AS records_new,
    0,
    0
FROM (
    SELECT {district} AS district, {day} AS day, {is_new} AS is_new
    FROM {records} AS r
    {joined}
    WHERE r.file_id = $file_id
)
WHERE day IS NOT NULL
GROUP BY ALL
