-- The crimes one note stands on, newest first, with the times a reader needs to see what is wrong; local time.
SELECT
    crime_ref, district, strands, recorded_on, committed_on,
    CAST(timezone('UTC', reported_at) AS TIMESTAMP) AS reported,
    CAST(timezone('UTC', recorded_at) AS TIMESTAMP) AS recorded,
    CAST(timezone('UTC', assigned_at) AS TIMESTAMP) AS assigned,
    CAST(timezone('UTC', supervisor_contact_at) AS TIMESTAMP) AS supervisor_contact,
    offence_title, channel, place_type, outcome_code, outcome_on,
    CASE WHEN $note = 'outcomes_disagree' THEN own_outcome_code END AS own_outcome_code,
    CASE WHEN $note = 'outcomes_disagree' THEN own_outcome_on END AS own_outcome_on,
    CASE WHEN $note = 'outcomes_disagree' THEN event_outcome_code END AS event_outcome_code,
    CASE WHEN $note = 'outcomes_disagree' THEN event_outcome_on END AS event_outcome_on
FROM crime
WHERE crime_ref IN (SELECT crime_ref FROM noted WHERE note = $note)
    AND recorded_on >= $start::DATE
    AND recorded_on < $end::DATE
    AND list_contains($districts::VARCHAR[], district)
    AND (len($strands::VARCHAR[]) = 0 OR list_has_any(strands, $strands::VARCHAR[]))
ORDER BY recorded_on DESC, crime_ref
