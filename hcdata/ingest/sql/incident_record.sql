-- typed + person_row -> record: one row for each incident, its first row's values, strands and people gathered from all its rows.
WITH good AS (SELECT * FROM typed WHERE reason IS NULL),
gathered AS (
    SELECT
        g.file_id,
        min(g.row_no) AS row_no,
        stated(list_sort(list_distinct(flatten(list(g.strand_ids))))) AS strands,
        min(hash(kind, recorded_on, district, cancelled)) <> max(hash(kind, recorded_on, district, cancelled)) AS disagree,
        list_sort(list(DISTINCT p.person) FILTER (WHERE p.role = 'victim' AND p.private)) AS victims,
        list_sort(list(DISTINCT p.person) FILTER (WHERE p.role = 'subject' AND p.private)) AS subjects
    FROM good AS g
    LEFT JOIN person_row AS p USING (file_id, row_no)
    GROUP BY g.file_id, g.incident_ref
)
SELECT
    g.* EXCLUDE (reason, strand_ids, faults),
    r.strands,
    as_pseudonyms(coalesce(r.victims, [])) AS victims,
    as_pseudonyms(coalesce(r.subjects, [])) AS subjects,
    r.disagree
FROM good AS g
JOIN gathered AS r USING (file_id, row_no)
