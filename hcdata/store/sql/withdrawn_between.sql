-- Records with a version at load $before and none at load $after, because their rows were read again and give them no more; in the
-- shape of changes. What stands in braces are names of the schema.
SELECT
    b.{key} AS ref,
    {shown_of}
    CAST(NULL AS VARCHAR) AS field,
    CAST(NULL AS VARCHAR) AS before,
    CAST(NULL AS VARCHAR) AS after
FROM {version} AS b
WHERE b.from_load <= $before
    AND b.to_load > $before
    AND b.to_load <= $after
    AND ($refs::VARCHAR[] IS NULL OR b.{key} IN (SELECT unnest($refs::VARCHAR[])))
    AND NOT EXISTS (
        SELECT 1 FROM {version} AS a WHERE a.{key} = b.{key} AND valid_at(a.from_load, a.to_load, $after)
    )
