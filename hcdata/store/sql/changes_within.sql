-- Changes to records that lie, or lay before, in the dates and districts asked for and within reach, of these strands.
-- Of a record that has left the reach, only that it moved: what became of it since is another district's.
SELECT ref, recorded_on, district, strands, field, before, after
FROM ({changes})
WHERE ($start::DATE IS NULL OR recorded_on >= $start AND recorded_on < $end OR recorded_before >= $start AND recorded_before < $end)
    AND (len($districts::VARCHAR[]) = 0 OR list_has_any($districts::VARCHAR[], [district, district_before]))
    AND (len($strands::VARCHAR[]) = 0 OR list_has_any($strands::VARCHAR[], list_concat(strands, strands_before)))
    AND ($reach::VARCHAR[] IS NULL
        OR list_contains($reach::VARCHAR[], district)
        OR list_contains($reach::VARCHAR[], district_before) AND field = 'district')
ORDER BY ref, field
