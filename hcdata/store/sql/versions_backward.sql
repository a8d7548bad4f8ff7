-- Versions that end before, or as, they begin.
SELECT count(*) FROM {version} WHERE to_load <= from_load
