-- Keys with more than one current version; {version} and {key} are a table and its key of the schema.
SELECT count(*) FROM (SELECT {key} FROM {version} WHERE to_load IS NULL GROUP BY {key} HAVING count(*) > 1)
