-- Rows of {raw} with fewer cells than headers -> short_row: those to be taken as complete, the cells left off being empty at their end.
-- A spreadsheet leaves off the empty cells at the end of rows that stand together, so one such row alone is none unless it is the last. A row is
-- not complete when it has no reference or a date that is none ({named}, {counted}, {dates}), when what follows is the rest of it, when a cell holds
-- what stands in another column elsewhere (cells have moved) or the beginning of what stands in its own (it was cut), and when it is
-- the last of a file that ends within a line.
CREATE OR REPLACE TEMP TABLE short_row AS
WITH short AS (
    SELECT row_no, coalesce({named}, false) AS named, {counted} AS counted, [{dates}]::VARCHAR[] AS dates, {cells}
    FROM {raw}
    WHERE ragged AND {missing}
),
-- All dates in one column, so that how dates are read is planned once.
undated AS (
    SELECT row_no
    FROM (SELECT row_no, unnest(dates) AS text FROM short)
    WHERE text IS NOT NULL AND moment(text, $date_formats) IS NULL
),
held AS (
    SELECT name, text, count(*) AS n
    FROM (UNPIVOT (SELECT {cells} FROM {raw} WHERE NOT ragged LIMIT 10000) ON {cells} INTO NAME name VALUE text)
    WHERE text <> ''
    GROUP BY ALL
),
-- The values of columns that hold few, such as districts and codes.
known AS (
    SELECT name, text FROM held QUALIFY count(*) OVER (PARTITION BY name) <= least(50, sum(n) OVER (PARTITION BY name) / 2)
),
strange AS (
    SELECT cell.row_no, cell.name, cell.text
    FROM (UNPIVOT (SELECT row_no, {cells} FROM short) ON {cells} INTO NAME name VALUE text) AS cell
    WHERE cell.text <> '' AND cell.name IN (SELECT name FROM known)
        AND (cell.name, cell.text) NOT IN (SELECT (name, text) FROM known)
),
broken AS (
    SELECT s.row_no
    FROM strange AS s
    JOIN known AS k ON k.text = s.text OR (k.name = s.name AND starts_with(k.text, s.text))
    UNION
    SELECT row_no - 1 FROM short WHERE NOT named
    UNION
    SELECT max(row_no) FROM {raw} HAVING $ends_within_a_line
)
SELECT row_no
FROM short
WHERE named AND counted AND row_no NOT IN (SELECT row_no FROM undated) AND row_no NOT IN (SELECT row_no FROM broken)
QUALIFY count(*) OVER () > 1 OR row_no = (SELECT max(row_no) FROM {raw})
