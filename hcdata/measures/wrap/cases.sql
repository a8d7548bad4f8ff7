WITH relation AS (
{relation}
)

SELECT * FROM relation
WHERE is_dated(counted_at, $start, $end)
    AND is_chosen(district, $districts)
    AND has_chosen(strands, $strands)
    AND in_scope(district, $scope)
    AND ($state::VARCHAR IS NULL OR state = $state::VARCHAR)
ORDER BY counted_at DESC, ref, crime_ref
