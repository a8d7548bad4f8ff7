,

-- Each crime of who or where was a repeat: those asked for, and the earlier ones of any district and strand.
told AS (
    SELECT ref, crime_ref, true AS is_crime, true AS asked, district
    FROM kept
    WHERE ref IN (SELECT ref FROM kept WHERE state = 'met')
    UNION
    SELECT ref, record, is_crime, false, district
    FROM earlier
    ANTI JOIN kept ON kept.ref = earlier.ref AND kept.crime_ref = earlier.record
),

-- When each of them was a repeat for the first time on any record loaded.
first_time AS (
    SELECT ref, min(counted_at) AS first_on FROM relation WHERE state = 'met' GROUP BY ref
),

rests AS (
    SELECT ref, NOT bool_or(is_crime) AS on_incidents FROM earlier GROUP BY ref
)

SELECT
    told.ref,
    count(*) FILTER (told.is_crime) AS crimes,
    count(*) FILTER (NOT told.is_crime) AS incidents,
    count(*) FILTER (told.asked) AS asked,
    count(DISTINCT coalesce(ltrim(crime.incident_ref, '0 '), crime.crime_ref)) FILTER (told.asked) AS incidents_asked,
    max(crime.recorded_on) FILTER (told.asked) AS last_recorded,
    list_sort(list(DISTINCT told.district) FILTER (told.is_crime AND in_scope(told.district, $scope))) AS districts,
    list(crime.outcome_code) FILTER (told.is_crime AND in_scope(told.district, $scope)) AS outcomes,
    last(crime.district ORDER BY crime.recorded_on, crime.crime_ref) FILTER (told.asked) AS district,
    last(crime.place_type ORDER BY crime.recorded_on, crime.crime_ref) FILTER (told.asked) AS place_type,
    any_value(first_time.first_on) AS first_on,
    coalesce(any_value(rests.on_incidents), false) AS on_incidents
FROM told
JOIN first_time USING (ref)
LEFT JOIN rests USING (ref)
LEFT JOIN crime ON told.is_crime AND crime.crime_ref = told.crime_ref
GROUP BY told.ref
ORDER BY crimes DESC, last_recorded DESC, told.ref
