-- How long recording takes: whole, by district and by month recorded; `known` has both times in their right order.
SELECT
    district,
    CAST(date_trunc('month', recorded_on) AS DATE) AS month,
    count(*) AS crimes,
    count(*) FILTER (recorded_at >= reported_at) AS known,
    median(date_diff('second', reported_at, recorded_at) / 3600) FILTER (recorded_at >= reported_at) AS median_hours,
    count(*) FILTER (recorded_at >= reported_at AND recorded_at - reported_at > to_hours($recorded_within_hours::INTEGER)) AS late,
    count(*) FILTER (recorded_late(reported_at, recorded_at)) AS very_late,
    count(*) FILTER (committed_on <= recorded_on) AS dated,
    median(date_diff('day', committed_on, recorded_on)) FILTER (committed_on <= recorded_on) AS median_days,
    count(*) FILTER (committed_on < recorded_on - 28) AS long_before
FROM hate_crime
WHERE is_dated(recorded_on, $start, $end)
    AND is_chosen(district, $districts)
    AND has_chosen(strands, $strands)
    AND in_scope(district, $scope)
GROUP BY GROUPING SETS ((), (district), (date_trunc('month', recorded_on)))
ORDER BY ALL
