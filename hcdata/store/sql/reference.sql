-- What the force's configuration and the population file say, beside the records.
CREATE TABLE district (id VARCHAR, name VARCHAR, position INTEGER);
CREATE TABLE strand (id VARCHAR, name VARCHAR, monitored BOOLEAN, position INTEGER);
CREATE TABLE outcome_type (code VARCHAR, title VARCHAR, grp VARCHAR, positive BOOLEAN);
-- Days besides Saturdays and Sundays on which nobody works.
CREATE TABLE bank_holiday (day DATE);
CREATE TABLE population (district VARCHAR, year INTEGER, population BIGINT);
