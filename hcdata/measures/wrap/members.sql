WITH relation AS (
{relation}
)

-- Each thing counted, once: whether it is met, whether it stands in the denominator, and whether it is unknown.
SELECT
    ref,
    coalesce(bool_or(state = 'met'), false) AS met,
    coalesce(bool_or(state <> 'not_due'), false) AS due,
    coalesce(bool_or(state = 'not_recorded'), false) AS not_recorded
FROM relation
WHERE ($start::DATE IS NULL OR counted_at >= $start::DATE)
    AND ($end::DATE IS NULL OR counted_at < $end::DATE)
    AND (len($districts::VARCHAR[]) = 0 OR list_contains($districts::VARCHAR[], district))
    AND (len($strands::VARCHAR[]) = 0 OR list_has_any(strands, $strands::VARCHAR[]))
    AND ($reach::VARCHAR[] IS NULL OR list_contains($reach::VARCHAR[], district))
GROUP BY ref
