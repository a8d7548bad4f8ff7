-- refused_now -> relinked_crime, relinked_incident: the current versions joined by a number that is no identity, without it. Where every
-- way it was written gives one key by name, or by address, that is who or where it was; else nobody is told until the rows come again.
CREATE OR REPLACE TEMP TABLE other_key AS
SELECT n.id, CASE WHEN count(DISTINCT k.key) = 1 AND count(k.key) = count(*) THEN pseudonym(any_value(k.key), $inner_block, $outer_block) END AS other
FROM refused_now AS n
LEFT JOIN (
    SELECT 'person' AS kind, person_id AS id, name_key(surname, born_on, sex) AS key FROM people.person
    UNION ALL
    SELECT 'place', place_id, address_key(address, postcode, $unsaid) FROM people.place
) AS k USING (kind, id)
WHERE n.kind <> 'incident'
GROUP BY n.id;

INSERT INTO people.person
SELECT DISTINCT o.other, p.system_id, p.surname, p.forenames, p.born_on, p.sex
FROM people.person AS p
JOIN other_key AS o ON o.id = p.person_id AND o.other IS NOT NULL
WHERE name_key(p.surname, p.born_on, p.sex) IS NOT NULL
EXCEPT
SELECT * FROM people.person;

CREATE OR REPLACE TEMP TABLE other_map AS SELECT map(list(id), list(other)) AS others FROM other_key;

CREATE OR REPLACE TEMP MACRO relinked(ids, others) AS list_sort(list_distinct(list_filter(
    list_transform(ids, i -> CASE WHEN map_contains(others, i) THEN others[i] ELSE i END), i -> i IS NOT NULL
)));

CREATE OR REPLACE TEMP TABLE relinked_crime AS
SELECT c.* REPLACE (
    relinked(victims, others) AS victims,
    relinked(suspects, others) AS suspects,
    CASE WHEN map_contains(others, place_id) THEN others[place_id] ELSE place_id END AS place_id,
    CASE WHEN incident_ref NOT IN (SELECT id FROM refused_now WHERE kind = 'incident') THEN incident_ref END AS incident_ref
)
FROM crime_version AS c, other_map
WHERE to_load IS NULL AND crime_ref IN (
    SELECT crime_ref
    FROM (SELECT crime_ref, unnest(list_concat(victims, suspects, [place_id])) AS id FROM crime_version WHERE to_load IS NULL)
    WHERE id IN (SELECT id FROM other_key)
    UNION
    SELECT crime_ref
    FROM crime_version
    WHERE to_load IS NULL AND incident_ref IN (SELECT id FROM refused_now WHERE kind = 'incident')
);

CREATE OR REPLACE TEMP TABLE relinked_incident AS
SELECT i.* REPLACE (relinked(victims, others) AS victims, relinked(subjects, others) AS subjects)
FROM incident_version AS i, other_map
WHERE to_load IS NULL AND incident_ref IN (
    SELECT incident_ref
    FROM (SELECT incident_ref, unnest(list_concat(victims, subjects)) AS id FROM incident_version WHERE to_load IS NULL)
    WHERE id IN (SELECT id FROM other_key)
);

INSERT INTO fault
SELECT file_id, row_no, 'person_number', 'shared', $load
FROM (
    SELECT r.file_id, r.row_no, unnest(list_concat(c.victims, c.suspects)) AS id
    FROM relinked_crime AS r
    JOIN crime_version AS c ON c.crime_ref = r.crime_ref AND c.to_load IS NULL
    UNION ALL
    SELECT r.file_id, r.row_no, unnest(list_concat(i.victims, i.subjects))
    FROM relinked_incident AS r
    JOIN incident_version AS i ON i.incident_ref = r.incident_ref AND i.to_load IS NULL
)
WHERE id IN (SELECT id FROM refused_now WHERE kind = 'person')
UNION
SELECT r.file_id, r.row_no, CASE WHEN c.place_id IS DISTINCT FROM r.place_id THEN 'uprn' ELSE 'incident_ref' END, 'shared', $load
FROM relinked_crime AS r
JOIN crime_version AS c ON c.crime_ref = r.crime_ref AND c.to_load IS NULL
WHERE c.place_id IS DISTINCT FROM r.place_id OR c.incident_ref IS DISTINCT FROM r.incident_ref;
