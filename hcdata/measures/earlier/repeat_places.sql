    SELECT place_id AS ref, crime_ref AS record, true AS is_crime, incident_ref, recorded_on, recorded_at, district
    FROM hate_crime
    WHERE place_id IS NOT NULL
