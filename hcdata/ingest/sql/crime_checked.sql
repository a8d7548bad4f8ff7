-- crime_parsed -> checked: what every row of a crime extract tells, first row of its crime or not.
SELECT
    file_id,
    row_no,
    reason,
    coalesce(string_split(nullif(fault_text, ''), ';'), CAST([] AS VARCHAR[])) AS faults,
    CAST(recorded_local AS DATE) AS recorded_on,
    district_id AS district,
    ref AS crime_ref,
    strand_bits,
    CASE WHEN place_id IS NOT NULL THEN place_no END AS place_no,
    hash(recorded_local, has_time(recorded), offence, district_id, outcome_code, cancelled) AS content
FROM crime_parsed
