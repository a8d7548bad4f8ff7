-- What ingest is shown of the store: whom and what each pseudonym stands for, and the numbers refused before.
CREATE OR REPLACE TEMP TABLE refused_now (kind VARCHAR, id VARCHAR, reason VARCHAR);

CREATE OR REPLACE TEMP VIEW known_person AS SELECT person_id, surname, forenames, born_on FROM people.person WHERE system_id IS NOT NULL;

CREATE OR REPLACE TEMP VIEW known_place AS SELECT place_id, address, postcode FROM people.place WHERE uprn IS NOT NULL;

CREATE OR REPLACE TEMP VIEW refused_before AS SELECT kind, id FROM no_identity;
