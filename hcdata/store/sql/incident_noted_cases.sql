-- The incidents one note stands on, newest first; local time.
SELECT
    incident_ref, kind, district, strands, recorded_on,
    CAST(timezone('UTC', reported_at) AS TIMESTAMP) AS reported,
    CAST(timezone('UTC', recorded_at) AS TIMESTAMP) AS recorded,
    channel, place_type
FROM incident
WHERE incident_ref IN (SELECT incident_ref FROM incident_noted WHERE note = $note)
    AND recorded_on >= $start::DATE
    AND recorded_on < $end::DATE
    AND list_contains($districts::VARCHAR[], district)
    AND (len($strands::VARCHAR[]) = 0 OR list_has_any(strands, $strands::VARCHAR[]))
ORDER BY recorded_on DESC, incident_ref
