-- identity -> met_person.
INSERT INTO met_person SELECT DISTINCT as_pseudonym(person), surname, forenames, born_on FROM identity WHERE system_id IS NOT NULL;
