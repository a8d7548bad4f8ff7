-- Crimes whose latest outcome row a full extract of outcomes loaded after $before and up to $after does not hold, though it covers
-- its date and none did so before; in the shape of changes.
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
JOIN base.outcome_note_version AS n
    ON n.crime_ref = c.crime_ref AND list_contains(n.notes, 'outcome_missing_from_full_extract')
WHERE valid_at(c.from_load, c.to_load, $after)
    AND valid_at(n.from_load, n.to_load, $after)
    AND NOT EXISTS (
        SELECT 1
        FROM base.outcome_note_version AS earlier
        WHERE earlier.crime_ref = c.crime_ref AND list_contains(earlier.notes, 'outcome_missing_from_full_extract')
            AND valid_at(earlier.from_load, earlier.to_load, $before)
    )
