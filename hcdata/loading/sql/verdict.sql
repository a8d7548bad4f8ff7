-- records + current versions -> verdict: what each record is to the current version of its key.
CREATE OR REPLACE TEMP TABLE verdict AS
SELECT
    r.{key} AS key,
    CASE
        WHEN c.{key} IS NULL THEN 'new'
        WHEN c.seen > $as_of THEN 'older'
        WHEN {same} THEN 'unchanged'
        ELSE 'changed'
    END AS verdict
FROM {records} AS r
LEFT JOIN (SELECT * FROM {stored} WHERE to_load IS NULL) AS c ON c.{key} = r.{key}
