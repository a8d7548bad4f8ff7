WITH relation AS (
{relation}
),

kept AS (
    SELECT * FROM relation
    WHERE is_dated(counted_at, $start, $end)
        AND is_chosen(district, $districts)
        AND has_chosen(strands, $strands)
        AND in_scope(district, $scope)
),

-- Every record that may make a later crime a repeat, of whatever district and strand.
record AS (
{earlier}
),

-- Each repeat with the records up to $repeat_days before it, of another incident, that make it one; of two on one day of which
-- one has no time, which came first is not known, and both are told.
earlier AS (
    SELECT kept.ref, kept.crime_ref, record.* EXCLUDE (ref)
    FROM kept
    JOIN crime AS later USING (crime_ref)
    JOIN record
        ON record.ref = kept.ref
        AND coalesce(ltrim(record.incident_ref, '0 '), record.record) <> coalesce(ltrim(later.incident_ref, '0 '), later.crime_ref)
        AND record.recorded_on BETWEEN later.recorded_on - $repeat_days::INTEGER AND later.recorded_on
        AND (
            record.recorded_on < later.recorded_on
            OR coalesce(record.recorded_at <= later.recorded_at, true)
        )
    WHERE kept.state = 'met'
)
