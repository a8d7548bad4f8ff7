-- A store of one force fits in memory: records as at the load, worked out once when it is opened.
CREATE TABLE held AS FROM crime;
DROP VIEW crime;
ALTER TABLE held RENAME TO crime;
CREATE TABLE held AS FROM incident;
DROP VIEW incident;
ALTER TABLE held RENAME TO incident;
