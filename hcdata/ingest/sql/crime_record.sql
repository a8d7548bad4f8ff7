-- typed + gathered -> record: one row for each crime, its first row's values, strands and people gathered from all its rows.
SELECT
    t.* EXCLUDE (reason, strand_ids, faults) REPLACE (g.crime_ref AS crime_ref),
    s.strands,
    as_pseudonyms(CASE
        WHEN g.first_victim IS NULL THEN []
        WHEN g.first_victim = g.last_victim THEN [g.first_victim]
        ELSE c.victims
    END) AS victims,
    as_pseudonyms(CASE
        WHEN g.first_suspect IS NULL THEN []
        WHEN g.first_suspect = g.last_suspect THEN [g.first_suspect]
        ELSE c.suspects
    END) AS suspects,
    g.other_victims,
    g.disagree
FROM typed AS t
JOIN gathered AS g ON g.file_id = t.file_id AND g.row_no = t.row_no
JOIN strand_set AS s ON s.strand_bits = g.strand_bits
LEFT JOIN company AS c ON c.file_id = g.file_id AND c.crime_ref = g.crime_ref
