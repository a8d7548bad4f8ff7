-- Crimes a full extract loaded after $before and up to $after does not hold, though it covers their recorded date and
-- none did so before; in the shape of changes.
SELECT
    c.crime_ref AS ref,
    c.recorded_on,
    c.recorded_on AS recorded_before,
    c.district,
    c.district AS district_before,
    c.strands,
    c.strands AS strands_before,
    CAST(NULL AS VARCHAR) AS field,
    CAST(NULL AS VARCHAR) AS before,
    CAST(NULL AS VARCHAR) AS after
FROM base.crime_version AS c
JOIN base.load_file AS f
    ON f.feed = 'crime' AND f.is_full AND f.as_of > c.seen AND c.recorded_on BETWEEN f.covers_from AND f.covers_to
WHERE c.from_load <= $after AND (c.to_load IS NULL OR c.to_load > $after) AND f.load <= $after
GROUP BY ALL
HAVING min(f.load) > $before
