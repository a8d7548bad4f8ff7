-- identity -> people.person: names not yet known, under their pseudonym. The few that come are looked for among the many kept.
INSERT INTO people.person
SELECT as_pseudonym(i.person), i.system_id, i.surname, i.forenames, i.born_on, i.sex
FROM (SELECT DISTINCT * FROM identity) AS i
ANTI JOIN people.person AS k
    ON k.person_id = as_pseudonym(i.person)
    AND k.system_id IS NOT DISTINCT FROM i.system_id
    AND k.surname IS NOT DISTINCT FROM i.surname
    AND k.forenames IS NOT DISTINCT FROM i.forenames
    AND k.born_on IS NOT DISTINCT FROM i.born_on
    AND k.sex IS NOT DISTINCT FROM i.sex
