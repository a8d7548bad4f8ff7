-- One column group of persons, person_text + person_map -> written_person (each way a person is written, with the pseudonym; `spoilt` is
-- why its number links nobody). Key: the records system's number, else surname + date of birth + sex, exact (domain rule); without
-- either nobody is identified. shared_number.sql then takes the number from those it cannot all belong to.
CREATE OR REPLACE TEMP TABLE written_person AS
WITH written AS (
    SELECT person_system_id, person_surname, person_forenames, person_born, person_sex, count(*) AS n
    FROM person_text AS t
    LEFT JOIN person_map AS r ON r.field = 'person_role' AND r.text = t.person_role
    LEFT JOIN person_map AS k ON k.field = 'person_type' AND k.text = t.person_type
    WHERE coalesce($role, r.id) IN ('victim', 'suspect', 'subject') AND coalesce(k.id, 'true') = 'true'
    GROUP BY ALL
),
read AS (
    SELECT *,
        unwrapped(person_system_id) AS given,
        birthday(person_born, $date_formats) AS born_on,
        upper(left(person_sex, 1)) AS sex
    FROM written
),
judged AS (
    SELECT *,
        CASE
            WHEN list_contains($unsaid, lower(given)) THEN 'blank'
            WHEN is_damaged(given) THEN 'damaged'
            WHEN is_nobodys(given) OR is_described(given) THEN 'no_number'
        END AS fault
    FROM read
),
named AS (
    SELECT * EXCLUDE (given),
        CASE WHEN fault IS NULL THEN joined_by(given) END AS number,
        CASE WHEN names_somebody(person_surname, person_forenames, born_on, $unknown_names, $blank_names) THEN person_surname END AS surname
    FROM judged
)
SELECT * EXCLUDE (fault),
    -- A nought, a dash or "Unknown" in place of a number is a blank, and no fault.
    CASE WHEN fault = 'damaged' OR fault = 'no_number' AND regexp_matches(person_system_id, '[\p{L}1-9]') THEN fault END AS spoilt,
    as_number(pseudonym(coalesce('ID|' || number, name_key(surname, born_on, sex)), $inner_block, $outer_block)) AS person
FROM named;
