WITH relation AS (
{relation}
)

SELECT * FROM relation
WHERE ($start::DATE IS NULL OR counted_at >= $start::DATE)
    AND ($end::DATE IS NULL OR counted_at < $end::DATE)
    AND (len($districts::VARCHAR[]) = 0 OR list_contains($districts::VARCHAR[], district))
    AND (len($strands::VARCHAR[]) = 0 OR list_has_any(strands, $strands::VARCHAR[]))
    AND ($reach::VARCHAR[] IS NULL OR list_contains($reach::VARCHAR[], district))
    AND ($state::VARCHAR IS NULL OR state = $state::VARCHAR)
ORDER BY counted_at DESC, ref, crime_ref
