    SELECT unnest(victims) AS ref, crime_ref AS record, true AS is_crime, incident_ref, recorded_on, recorded_at, district
    FROM hate_crime
    UNION ALL
    SELECT unnest(victims), incident_ref, false, incident_ref, recorded_on, recorded_at, district
    FROM incident
    WHERE kind <> 'crime' AND cancelled IS NOT TRUE
