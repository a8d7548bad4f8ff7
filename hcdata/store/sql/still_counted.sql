-- Hate crimes of the days, districts and strands asked for that the last full extract to speak for them did not hold.
SELECT count(*)
FROM hate_crime
WHERE is_dated(recorded_on, $start, $end)
    AND is_chosen(district, $districts)
    AND has_chosen(strands, $strands)
    AND in_scope(district, $scope)
    AND crime_ref IN (FROM missing_at((SELECT load FROM as_at)))
