WITH relation AS (
{relation}
)

-- The rows of these things whatever their dates and district, and whether each lies within what is asked.
SELECT
    ref,
    {key} AS record,
    counted_at,
    district,
    strands,
    state,
    ($start::DATE IS NULL OR counted_at >= $start::DATE) AND ($end::DATE IS NULL OR counted_at < $end::DATE) AS dated,
    (len($districts::VARCHAR[]) = 0 OR list_contains($districts::VARCHAR[], district))
        AND ($reach::VARCHAR[] IS NULL OR list_contains($reach::VARCHAR[], district)) AS placed,
    len($strands::VARCHAR[]) = 0 OR list_has_any(strands, $strands::VARCHAR[]) AS flagged
FROM relation
WHERE ref IN (SELECT unnest($refs::VARCHAR[]))
ORDER BY counted_at, record
