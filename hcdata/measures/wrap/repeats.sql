WITH relation AS (
{relation}
),

kept AS (
    SELECT * FROM relation
    WHERE counted_at >= $start::DATE
        AND counted_at < $end::DATE
        AND (len($districts::VARCHAR[]) = 0 OR list_contains($districts::VARCHAR[], district))
        AND (len($strands::VARCHAR[]) = 0 OR list_has_any(strands, $strands::VARCHAR[]))
        AND ($reach::VARCHAR[] IS NULL OR list_contains($reach::VARCHAR[], district))
)

-- Who or where was a repeat on or after $since, with the crimes from then on.
SELECT
    ref,
    count(DISTINCT crime_ref) FILTER (counted_at >= $since::DATE) AS crimes,
    max(recorded_on) AS last_recorded,
    list_sort(list(DISTINCT district) FILTER (counted_at >= $since::DATE)) AS districts,
    list(outcome_code) FILTER (counted_at >= $since::DATE) AS outcomes,
    last(district ORDER BY counted_at, crime_ref) AS district,
    last(place_type ORDER BY counted_at, crime_ref) AS place_type,
    list(counted_at) FILTER (state = 'met') AS repeated_on
FROM kept
GROUP BY ref
HAVING bool_or(state = 'met' AND counted_at >= $since::DATE)
ORDER BY crimes DESC, last_recorded DESC, ref
