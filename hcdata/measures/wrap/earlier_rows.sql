
SELECT ref, crime_ref, record, is_crime, recorded_on, district FROM earlier ORDER BY ref, crime_ref, recorded_on, record
