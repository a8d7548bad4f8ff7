-- Records with a version at load $after that began after $before: one row for each field that differs, and one
-- without a field for a record that is new. What stands in braces are names of the schema.
SELECT ref, {shown} one.field, one.before, one.after
FROM (
    SELECT
        a.{key} AS ref,
        {shown_of}
        unnest(CASE WHEN b.{key} IS NULL THEN [{nothing}] ELSE [{fields}] END) AS one
    FROM (
        SELECT * FROM {version}
        WHERE from_load > $before AND valid_at(from_load, to_load, $after)
    ) AS a
    LEFT JOIN (SELECT * FROM {version} WHERE valid_at(from_load, to_load, $before)) AS b
        ON b.{key} = a.{key}
    WHERE $refs::VARCHAR[] IS NULL OR a.{key} IN (SELECT unnest($refs::VARCHAR[]))
)
WHERE one.differs
ORDER BY ref, one.field
