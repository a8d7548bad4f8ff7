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
WHERE is_dated(counted_at, $start, $end)
    AND is_chosen(district, $districts)
    AND has_chosen(strands, $strands)
    AND in_scope(district, $scope)
GROUP BY ref
