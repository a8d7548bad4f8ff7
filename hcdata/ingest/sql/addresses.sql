-- Macros over addresses: the key of a place by its address, and whether two addresses can be one property.

CREATE OR REPLACE TEMP MACRO letters_digits(x) AS regexp_replace(upper(x), '[^\p{L}\d]', '', 'g');

CREATE OR REPLACE TEMP MACRO address_key(address, postcode, unsaid) AS
    CASE WHEN letters_digits(address) <> '' AND NOT list_contains(unsaid, lower(replace(address, chr(160), ' ')))
        THEN 'TEXT|' || letters_digits(coalesce(postcode, '') || address) END;

-- An address as it is compared: its words of three letters or more, its numbers, and its postcode without spaces.
CREATE OR REPLACE TEMP MACRO compared_place(address, postcode) AS {
    'words': list_sort(list_distinct(regexp_extract_all(strip_accents(upper(coalesce(address, ''))), '\p{L}{3,}'))),
    'numbers': list_sort(list_distinct(regexp_extract_all(upper(coalesce(address, '')), '\d+'))),
    'postcode': regexp_replace(upper(coalesce(postcode, '')), '[^A-Z0-9]', '', 'g')
};

-- Whether two compared addresses are two properties: their postcodes differ by more than a letter, or each has a number and none is in
-- both, or, where one gives no postcode, no word is in both.
CREATE OR REPLACE TEMP MACRO elsewhere(a, b) AS
    CASE
        WHEN a.postcode <> '' AND b.postcode <> '' AND damerau_levenshtein(a.postcode, b.postcode) > 1 THEN true
        WHEN len(a.numbers) > 0 AND len(b.numbers) > 0 AND NOT list_has_any(a.numbers, b.numbers) THEN true
        WHEN a.postcode = '' OR b.postcode = ''
            THEN len(a.words) > 0 AND len(b.words) > 0 AND NOT list_has_any(a.words, b.words)
        ELSE false
    END;
