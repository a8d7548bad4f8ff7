-- Hate crimes of the days, districts and strands asked for that the last full extract to speak for them did not hold.
SELECT count(*)
FROM hate_crime
WHERE recorded_on >= $start AND recorded_on < $end
    AND (len($districts::VARCHAR[]) = 0 OR list_contains($districts::VARCHAR[], district))
    AND (len($strands::VARCHAR[]) = 0 OR list_has_any(strands, $strands::VARCHAR[]))
    AND ($reach::VARCHAR[] IS NULL OR list_contains($reach::VARCHAR[], district))
    AND crime_ref IN (FROM missing_at((SELECT load FROM as_at)))
