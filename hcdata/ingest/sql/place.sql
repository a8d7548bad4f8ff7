-- text_row -> place_map(place_no, uprn, address, postcode, place_id): each way a place is written, with its pseudonym by exact key.
CREATE OR REPLACE TEMP TABLE place_map AS
WITH written AS (
    SELECT DISTINCT uprn, address, postcode
    FROM text_row
    WHERE uprn IS NOT NULL OR address IS NOT NULL
),
plain AS (SELECT *, lower(replace(address, chr(160), ' ')) AS plain_address FROM written)
SELECT
    CAST(row_number() OVER () AS INTEGER) AS place_no,
    uprn,
    address,
    postcode,
    pseudonym(CASE
        WHEN list_bool_or(list_transform($default_words, w -> contains(plain_address, w))) THEN NULL
        -- Noughts and words are no property's number.
        WHEN regexp_matches(uprn, '[1-9]') THEN 'UPRN|' || letters_digits(uprn)
        WHEN letters_digits(address) <> '' AND NOT list_contains($unsaid, plain_address) THEN 'TEXT|' || letters_digits(coalesce(postcode, '') || address)
    END, $inner_block, $outer_block) AS place_id
FROM plain;
