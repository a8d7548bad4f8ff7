-- What else a small store keeps in memory, worked out once when it is opened.
CREATE TABLE held AS FROM hate_crime;
DROP VIEW hate_crime;
ALTER TABLE held RENAME TO hate_crime;
CREATE TABLE held AS FROM service;
DROP VIEW service;
ALTER TABLE held RENAME TO service;
CREATE TABLE held AS FROM action;
DROP VIEW action;
ALTER TABLE held RENAME TO action;
CREATE TABLE held AS FROM event;
DROP VIEW event;
ALTER TABLE held RENAME TO event;
CREATE TABLE held AS FROM victim_contact;
DROP VIEW victim_contact;
ALTER TABLE held RENAME TO victim_contact;
