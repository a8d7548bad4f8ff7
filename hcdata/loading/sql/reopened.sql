-- returned -> versions: a crime that is back opens a version of this load, like the one it had.
INSERT INTO {stored}
SELECT * REPLACE ($load AS from_load) FROM {stored} WHERE to_load IS NULL AND crime_ref IN (SELECT crime_ref FROM returned);

UPDATE {stored} SET to_load = $load
WHERE from_load < $load AND to_load IS NULL AND crime_ref IN (SELECT crime_ref FROM returned);
