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
    is_dated(counted_at, $start, $end) AS dated,
    is_chosen(district, $districts) AND in_scope(district, $scope) AS placed,
    has_chosen(strands, $strands) AS flagged
FROM relation
WHERE ref IN (SELECT unnest($refs::VARCHAR[]))
ORDER BY counted_at, record
