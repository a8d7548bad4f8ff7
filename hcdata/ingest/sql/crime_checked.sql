-- typed -> checked: what every row of a crime extract tells, first row of its crime or not.
SELECT
    file_id,
    row_no,
    reason,
    faults,
    recorded_on,
    crime_ref,
    strand_bits,
    place_no,
    hash(recorded_at, recorded_on, offence_code, district, outcome_code, cancelled) AS content
FROM typed
