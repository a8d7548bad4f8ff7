-- verdict -> versions: what is unchanged was seen in a newer extract.
UPDATE {stored} SET seen = $as_of
WHERE to_load IS NULL AND {key} IN (SELECT key FROM verdict WHERE verdict = 'unchanged')
