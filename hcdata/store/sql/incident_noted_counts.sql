-- Incidents by note, district and month created; each district and month has a row without a note that counts them all.
SELECT note, district, CAST(date_trunc('month', recorded_on) AS DATE) AS month, count(*) AS n
FROM (
    SELECT note, district, strands, recorded_on FROM incident_noted
    UNION ALL
    SELECT NULL, district, strands, recorded_on FROM incident WHERE cancelled IS NOT TRUE
)
WHERE is_dated(recorded_on, $start, $end)
    AND is_chosen(district, $districts)
    AND has_chosen(strands, $strands)
    AND in_scope(district, $scope)
GROUP BY ALL
ORDER BY ALL
