-- Incidents by note, district and month created; each district and month has a row without a note that counts them all.
SELECT note, district, CAST(date_trunc('month', recorded_on) AS DATE) AS month, count(*) AS n
FROM (
    SELECT note, district, strands, recorded_on FROM incident_noted
    UNION ALL
    SELECT NULL, district, strands, recorded_on FROM incident WHERE cancelled IS NOT TRUE
)
WHERE recorded_on >= $start::DATE
    AND recorded_on < $end::DATE
    AND list_contains($districts::VARCHAR[], district)
    AND (len($strands::VARCHAR[]) = 0 OR list_has_any(strands, $strands::VARCHAR[]))
GROUP BY ALL
ORDER BY ALL
