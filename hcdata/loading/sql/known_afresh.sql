-- The same where all the rows kept are read again: what this reading has met so far, and nothing from before.
CREATE OR REPLACE TEMP TABLE refused_now (kind VARCHAR, id VARCHAR, reason VARCHAR);

DELETE FROM no_identity;

CREATE OR REPLACE TEMP TABLE met_person (person_id VARCHAR, surname VARCHAR, forenames VARCHAR, born_on DATE);

CREATE OR REPLACE TEMP TABLE met_place (place_id VARCHAR, address VARCHAR, postcode VARCHAR);

CREATE OR REPLACE TEMP VIEW known_person AS SELECT * FROM met_person;

CREATE OR REPLACE TEMP VIEW known_place AS SELECT * FROM met_place;

CREATE OR REPLACE TEMP VIEW refused_before AS SELECT kind, id FROM no_identity;
