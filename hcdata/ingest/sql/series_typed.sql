-- One row for each row of a table with months as columns; `counts` are its readable cells, each with its month.
-- A total is rejected unless the layout says what it stands for.
WITH labelled AS (
    SELECT
        t.*,
        coalesce(d.id, CASE WHEN t.district IS NULL THEN 'force' END, 'unmapped') AS district_id,
        coalesce(s.id, CASE WHEN t.strand IS NULL THEN 'all' END, 'unmapped') AS strand_id,
        coalesce(c.id, 'all') AS category_id,
        total_row(t.district) OR total_row(t.strand) OR total_row(t.category) AS sums,
        (total_row(t.district) AND d.id <> 'unmapped')
            OR (total_row(t.strand) AND s.id <> 'unmapped')
            OR (total_row(t.category) AND c.id <> t.category) AS explained
    FROM text_row AS t
    LEFT JOIN value_map AS d ON d.field = 'district' AND d.text = t.district
    LEFT JOIN value_map AS s ON s.field = 'strand' AND s.text = t.strand
    LEFT JOIN value_map AS c ON c.field = 'category' AND c.text = t.category
),

read AS (
    SELECT
        file_id,
        row_no,
        CASE
            WHEN (footer OR total OR sums) AND explained IS NOT TRUE THEN 'footer_row'
            WHEN ragged THEN 'wrong_cell_count'
            WHEN len(list_filter(cells, x -> x IS NOT NULL)) = 0 THEN 'no_counts'
            WHEN (list_contains($labels, 'district') AND district IS NULL)
                OR (list_contains($labels, 'strand') AND strand IS NULL)
                OR (list_contains($labels, 'category') AND category IS NULL) THEN 'missing_label'
        END AS reason,
        $series AS series,
        $title AS title,
        CAST($measure AS VARCHAR) AS measure,
        district_id AS district,
        strand_id AS strand,
        category_id AS category,
        list_filter(
            list_transform(cells, (x, i) -> {'month': CAST($months[i] AS DATE), 'n': as_count(x)}), x -> x.n IS NOT NULL
        ) AS counts,
        CAST(NULL AS DATE) AS recorded_on,
        list_concat(
            list_filter([
                CASE WHEN district_id = 'unmapped' THEN 'district unmapped' END,
                CASE WHEN strand_id = 'unmapped' THEN 'strand unmapped' END,
                CASE WHEN category_id = 'unmapped' THEN 'category unreadable' END
            ], x -> x IS NOT NULL),
            list_filter(list_transform(cells, x -> count_fault(x)), x -> x IS NOT NULL)
        ) AS faults
    FROM labelled
),

-- Rows that give a count of the same labels for the same month: each would be the other's.
shared AS (
    SELECT file_id, row_no
    FROM (
        SELECT file_id, row_no, district, strand, category, unnest(counts).month AS month
        FROM read
        WHERE reason IS NULL AND district <> 'unmapped' AND strand <> 'unmapped' AND category <> 'unmapped'
    )
    QUALIFY count(*) OVER (PARTITION BY file_id, district, strand, lower(category), month) > 1
)

SELECT
    * REPLACE (
        CASE
            WHEN (file_id, row_no) IN (SELECT (file_id, row_no) FROM shared) THEN 'shared_labels' ELSE reason
        END AS reason
    )
FROM read
