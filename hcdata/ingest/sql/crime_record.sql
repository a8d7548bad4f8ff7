-- typed + person_row -> record: one row for each crime, its first row's values, strands and people gathered from all its rows.
CREATE TEMP TABLE record AS
WITH good AS (SELECT * FROM typed WHERE reason IS NULL),
gathered AS (
    SELECT
        g.file_id,
        min(g.row_no) AS row_no,
        list_sort(list_distinct(flatten(list(g.strand_ids)))) AS strands,
        min(hash(recorded_at, recorded_on, offence_code, district, outcome_code, cancelled))
            <> max(hash(recorded_at, recorded_on, offence_code, district, outcome_code, cancelled)) AS disagree,
        list_sort(list_distinct(list(p.person_id) FILTER (WHERE p.role = 'victim' AND p.private))) AS victims,
        list_sort(list_distinct(list(p.person_id) FILTER (WHERE p.role = 'suspect' AND p.private))) AS suspects,
        CAST(count(*) FILTER (WHERE p.role = 'victim' AND NOT p.private) AS INTEGER) AS other_victims
    FROM good AS g
    LEFT JOIN person_row AS p USING (file_id, row_no)
    GROUP BY g.file_id, g.crime_ref
)
SELECT
    g.* EXCLUDE (reason, strand_ids, faults, uprn, address, postcode),
    r.strands,
    coalesce(r.victims, CAST([] AS VARCHAR[])) AS victims,
    coalesce(r.suspects, CAST([] AS VARCHAR[])) AS suspects,
    r.other_victims,
    r.disagree
FROM good AS g
JOIN gathered AS r USING (file_id, row_no)
