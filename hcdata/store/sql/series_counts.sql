-- Every count of the tables with months as columns, and the file each came from.
SELECT
    s.series, s.title, s.measure, s.district, s.strand, s.category, s.month, s.n AS given, s.seen, s.file_id, f.file, f.sheet,
    s.as_of AS data_to
FROM series AS s
JOIN base.load_file AS f USING (file_id)
ORDER BY s.series, s.month, s.district, s.strand, s.category
