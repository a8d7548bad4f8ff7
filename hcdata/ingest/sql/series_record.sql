-- One record for each count; rows that share their labels are rejected. Whose count it is must be known.
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
    false AS disagree
FROM (
    SELECT * EXCLUDE (counts), unnest(counts) AS one
    FROM typed
    WHERE reason IS NULL AND district <> 'unmapped' AND strand <> 'unmapped' AND category <> 'unmapped'
)
