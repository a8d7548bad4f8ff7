-- Crimes missing from a full extract as at load $after and not as at load $before; in the shape of changes.
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
WHERE valid_at(c.from_load, c.to_load, $after)
    AND c.crime_ref IN (SELECT crime_ref FROM missing_at($after))
    AND c.crime_ref NOT IN (SELECT crime_ref FROM missing_at($before))
