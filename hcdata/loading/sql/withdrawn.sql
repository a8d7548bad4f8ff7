-- given (the keys that rows read in load $load gave) -> withdrawn: the current records that rest on rows read again in that load and are
-- given by none of them any more. One that a file not read again, or not with all its columns, may have given too is none of these.
-- What stands in braces are names of the schema.
CREATE OR REPLACE TEMP TABLE withdrawn AS
WITH reread AS (
    SELECT f.file_id
    FROM load_file AS f
    JOIN load_file AS n
        ON list_contains($whole, n.file_id) AND n.sha256 = f.sha256 AND n.sheet IS NOT DISTINCT FROM f.sheet
        AND n.as_of = f.as_of
),
stands AS (
    SELECT as_of FROM load_file WHERE feed = $feed AND file_id NOT IN (SELECT file_id FROM reread)
),
doubted AS (
    SELECT {key} AS key, seen
    FROM {version}
    WHERE to_load IS NULL
        AND from_load < $load
        AND file_id IN (SELECT file_id FROM reread)
        AND {key} NOT IN (SELECT key FROM given)
),
held AS (
    SELECT d.key, d.seen, min(v.as_of) AS first_as_of
    FROM doubted AS d
    JOIN {version} AS v ON v.{key} = d.key
    GROUP BY d.key, d.seen
)
SELECT key FROM held WHERE NOT EXISTS (SELECT 1 FROM stands WHERE stands.as_of BETWEEN held.first_as_of AND held.seen)
