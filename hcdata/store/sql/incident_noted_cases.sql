-- The incidents one note stands on, newest first; local time.
SELECT
    incident_ref, kind, district, strands, recorded_on,
    CAST(timezone('UTC', reported_at) AS TIMESTAMP) AS reported,
    CAST(timezone('UTC', recorded_at) AS TIMESTAMP) AS recorded,
    channel, place_type
FROM incident
WHERE incident_ref IN (SELECT incident_ref FROM incident_noted WHERE note = $note)
    AND is_dated(recorded_on, $start, $end)
    AND is_chosen(district, $districts)
    AND has_chosen(strands, $strands)
    AND in_scope(district, $scope)
ORDER BY recorded_on DESC, incident_ref
