-- verdict -> versions: what has changed ends with this load; what began with it is replaced.
DELETE FROM {stored}
WHERE from_load = $load AND to_load IS NULL AND {key} IN (SELECT key FROM verdict WHERE verdict = 'changed');

UPDATE {stored} SET to_load = $load
WHERE to_load IS NULL AND {key} IN (SELECT key FROM verdict WHERE verdict = 'changed');
