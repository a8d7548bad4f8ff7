-- What a store knows of the people and places met before; where none is open, nothing.
CREATE OR REPLACE TEMP VIEW known_person AS
SELECT CAST(NULL AS VARCHAR) AS person_id, CAST(NULL AS VARCHAR) AS surname, CAST(NULL AS VARCHAR) AS forenames, CAST(NULL AS DATE) AS born_on
LIMIT 0;

CREATE OR REPLACE TEMP VIEW known_place AS
SELECT CAST(NULL AS VARCHAR) AS place_id, CAST(NULL AS VARCHAR) AS address, CAST(NULL AS VARCHAR) AS postcode
LIMIT 0;

CREATE OR REPLACE TEMP VIEW refused_before AS
SELECT CAST(NULL AS VARCHAR) AS kind, CAST(NULL AS VARCHAR) AS id
LIMIT 0;
