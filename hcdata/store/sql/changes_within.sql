-- Changes to records that lie, or lay before, in the dates and districts asked for and within the scope, of these strands.
-- Of a record that has left the scope, only that it moved: what became of it since is another district's.
SELECT ref, recorded_on, district, strands, field, before, after
FROM ({changes})
WHERE (is_dated(recorded_on, $start, $end) OR is_dated(recorded_before, $start, $end))
    AND has_chosen([district, district_before], $districts)
    AND has_chosen(list_concat(strands, strands_before), $strands)
    AND (in_scope(district, $scope) OR (in_scope(district_before, $scope) AND field = 'district'))
ORDER BY ref, field
