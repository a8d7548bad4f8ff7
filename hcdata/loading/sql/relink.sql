-- {relinked} -> {version}: each closes the version it was made of at this load; one of this load it replaces.
UPDATE {version} SET to_load = $load WHERE to_load IS NULL AND from_load < $load AND {key} IN (SELECT {key} FROM {relinked});
DELETE FROM {version} WHERE to_load IS NULL AND from_load = $load AND {key} IN (SELECT {key} FROM {relinked});
INSERT INTO {version} SELECT * REPLACE (CAST($load AS INTEGER) AS from_load) FROM {relinked}
