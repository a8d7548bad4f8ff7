-- One record for each count; of rows with the same labels the first counts. Whose count it is must be known.
SELECT
    file_id,
    row_no,
    md5(concat_ws('|', series, district, strand, lower(category), one.month)) AS series_id,
    series,
    title,
    measure,
    district,
    strand,
    category,
    one.month AS month,
    one.n AS n,
    min(one.n) OVER same <> max(one.n) OVER same AS disagree
FROM (
    SELECT * EXCLUDE (counts), unnest(counts) AS one
    FROM typed
    WHERE reason IS NULL AND district <> 'unmapped' AND strand <> 'unmapped' AND category <> 'unmapped'
)
WINDOW same AS (PARTITION BY file_id, district, strand, lower(category), one.month)
QUALIFY row_number() OVER (PARTITION BY file_id, district, strand, lower(category), one.month ORDER BY row_no) = 1
