-- checked + person_row -> gathered: one row for each crime: its first row, and what all its rows say together.
CREATE OR REPLACE TEMP TABLE gathered AS
WITH good AS (SELECT * FROM checked WHERE reason IS NULL)
SELECT
    g.file_id,
    g.crime_ref,
    min(g.row_no) AS row_no,
    bit_or(g.strand_bits) AS strand_bits,
    min(g.content) <> max(g.content) AS disagree,
    min(p.person) FILTER (WHERE p.role = 'victim' AND p.private) AS first_victim,
    max(p.person) FILTER (WHERE p.role = 'victim' AND p.private) AS last_victim,
    min(p.person) FILTER (WHERE p.role = 'suspect' AND p.private) AS first_suspect,
    max(p.person) FILTER (WHERE p.role = 'suspect' AND p.private) AS last_suspect,
    CAST(count(*) FILTER (WHERE p.role = 'victim' AND NOT p.private) AS INTEGER) AS other_victims
FROM good AS g
LEFT JOIN person_row AS p USING (file_id, row_no)
GROUP BY g.file_id, g.crime_ref;

-- Lists are gathered only for the crimes that have several victims or suspects.
CREATE OR REPLACE TEMP TABLE company AS
SELECT
    c.file_id,
    c.crime_ref,
    list_sort(list(DISTINCT p.person) FILTER (WHERE p.role = 'victim' AND p.private)) AS victims,
    list_sort(list(DISTINCT p.person) FILTER (WHERE p.role = 'suspect' AND p.private)) AS suspects
FROM gathered AS c
JOIN checked AS g ON g.file_id = c.file_id AND g.crime_ref = c.crime_ref AND g.reason IS NULL
JOIN person_row AS p ON p.file_id = g.file_id AND p.row_no = g.row_no
WHERE c.first_victim <> c.last_victim OR c.first_suspect <> c.last_suspect
GROUP BY c.file_id, c.crime_ref;
