-- text_row + known_place + refused_before -> place_map(place_no, uprn, address, postcode, spoilt, place_id): each way a place is written, with
-- its pseudonym by exact key: the property's number, else its address. `spoilt` is why the number stands for no place.
CREATE OR REPLACE TEMP TABLE place_written AS
WITH written AS (
    SELECT DISTINCT uprn, address, postcode
    FROM text_row
    WHERE uprn IS NOT NULL OR address IS NOT NULL
),
judged AS (
    SELECT *,
        unwrapped(uprn) AS given,
        coalesce(list_bool_or(list_transform($default_words, w -> contains(lower(replace(address, chr(160), ' ')), w))), false) AS by_default
    FROM written
)
SELECT
    CAST(row_number() OVER () AS INTEGER) AS place_no,
    uprn,
    address,
    postcode,
    CASE WHEN is_damaged(given) THEN 'damaged' END AS spoilt,
    -- Noughts and words are no property's number, and no fault.
    uprn IS NOT NULL AND NOT by_default AND NOT is_damaged(given) AND NOT is_nobodys(given) AS numbered,
    pseudonym(CASE
        WHEN by_default THEN NULL
        WHEN numbered THEN 'UPRN|' || letters_digits(joined_by(given))
        ELSE address_key(address, postcode, $unsaid)
    END, $inner_block, $outer_block) AS place_id
FROM judged;

CREATE OR REPLACE TEMP TABLE shared_place AS
WITH numbered AS (
    SELECT place_id, CASE WHEN address_key(address, '', $unsaid) IS NOT NULL THEN address END AS address, postcode
    FROM place_written
    WHERE numbered
),
known AS (SELECT place_id, address, postcode FROM known_place WHERE place_id IN (SELECT place_id FROM numbered)),
several AS (SELECT place_id FROM (SELECT * FROM numbered UNION ALL SELECT * FROM known) GROUP BY place_id HAVING count(*) > 1),
compared AS (
    SELECT DISTINCT place_id, compared_place(address, postcode) AS one
    FROM (SELECT * FROM numbered UNION ALL SELECT * FROM known)
    SEMI JOIN several USING (place_id)
),
form AS (SELECT *, row_number() OVER (PARTITION BY place_id ORDER BY one) AS place FROM compared)
SELECT a.place_id
FROM form AS a
JOIN form AS b ON b.place_id = a.place_id AND b.place < a.place AND b.place <= 12
WHERE a.place <= 100
GROUP BY a.place_id
HAVING bool_or(elsewhere(a.one, b.one))
UNION
SELECT place_id FROM form WHERE place > 100
UNION
SELECT place_id FROM place_written WHERE numbered AND place_id IN (SELECT id FROM refused_before WHERE kind = 'place');

UPDATE place_written
SET place_id = pseudonym(address_key(address, postcode, $unsaid), $inner_block, $outer_block), spoilt = 'shared'
WHERE numbered AND place_id IN (SELECT place_id FROM shared_place);

CREATE OR REPLACE TEMP VIEW place_map AS SELECT place_no, uprn, address, postcode, spoilt, place_id FROM place_written;
