-- The files and sheets whose rows are kept, each once as it was read last: the load it first came with, and the rows that
-- had a wrong number of cells.
SELECT
    f.file_id,
    f.file,
    f.sheet,
    f.sha256,
    f.layout,
    f.layout_digest,
    f.feed,
    min(f.load) OVER same AS load,
    f.as_of,
    f.is_full,
    f.header_row,
    (SELECT list(r.row_no) FROM reject AS r WHERE r.file_id = f.file_id AND r.reason = 'wrong_cell_count') AS ragged
FROM load_file AS f
WINDOW same AS (PARTITION BY f.sha256, f.sheet, f.feed, f.as_of)
QUALIFY f.file_id = max(f.file_id) OVER same
ORDER BY min(f.file_id) OVER same
