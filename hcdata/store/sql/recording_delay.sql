-- How long recording takes: whole, by district and by month recorded; `known` has both times in their right order.
SELECT
    district,
    CAST(date_trunc('month', recorded_on) AS DATE) AS month,
    count(*) AS crimes,
    count(*) FILTER (recorded_at >= reported_at) AS known,
    median(date_diff('second', reported_at, recorded_at) / 3600) FILTER (recorded_at >= reported_at) AS median_hours,
    count(*) FILTER (recorded_at >= reported_at AND recorded_at - reported_at > to_hours($recorded_within_hours::INTEGER)) AS late,
    count(*) FILTER (recorded_at >= reported_at AND recorded_at - reported_at > INTERVAL 72 HOUR) AS very_late,
    count(*) FILTER (committed_on <= recorded_on) AS dated,
    median(date_diff('day', committed_on, recorded_on)) FILTER (committed_on <= recorded_on) AS median_days,
    count(*) FILTER (committed_on < recorded_on - 28) AS long_before
FROM hate_crime
WHERE recorded_on >= $start::DATE
    AND recorded_on < $end::DATE
    AND list_contains($districts::VARCHAR[], district)
    AND (len($strands::VARCHAR[]) = 0 OR list_has_any(strands, $strands::VARCHAR[]))
GROUP BY GROUPING SETS ((), (district), (date_trunc('month', recorded_on)))
ORDER BY ALL
