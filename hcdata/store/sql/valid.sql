-- The versions of a table valid as at the load the store is seen as at.
CREATE VIEW {table} AS
SELECT * EXCLUDE (from_load, to_load) FROM base.{version}
WHERE valid_at(from_load, to_load, (SELECT load FROM as_at))
