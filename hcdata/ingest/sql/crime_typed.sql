-- text_row + value_map -> typed: one row for each row read, every field in its type, `reason` when it cannot be used.
CREATE TEMP TABLE typed AS
WITH parsed AS (
    SELECT
        t.*,
        canonical(t.crime_ref, $pattern, $form) AS ref,
        moment(t.recorded, $date_formats) AS recorded_local,
        true_moment(t.reported, $date_formats) AS reported_local,
        true_moment(t.committed, $date_formats) AS committed_local,
        true_moment(t.assigned, $date_formats) AS assigned_local,
        CAST(true_moment(t.outcome_date, $date_formats) AS DATE) AS outcome_on,
        CAST(true_moment(t.cancelled_date, $date_formats) AS DATE) AS cancelled_on,
        coalesce(d.id, 'not_recorded') AS district_id,
        coalesce(ch.id, 'not_recorded') AS channel_id,
        coalesce(pt.id, 'not_recorded') AS place_type_id,
        oc.id AS offence,
        ou.id AS outcome_code,
        coalesce(on_.id = 'true', pt.id = 'online', false) AS online_flag,
        CAST(sn.id AS BOOLEAN) AS supervisor_flag,
        coalesce(st.id = 'true', false) OR t.cancel_reason IS NOT NULL OR t.cancelled_date IS NOT NULL AS cancelled,
        cr.id AS cancel_code,
        coalesce(string_split(nullif(sm.id, ''), ','), CAST([] AS VARCHAR[])) AS strand_ids,
        sm.unknown AS strand_unknown
    FROM text_row AS t
    LEFT JOIN value_map AS d ON d.field = 'district' AND d.text = t.district
    LEFT JOIN value_map AS ch ON ch.field = 'channel' AND ch.text = t.channel
    LEFT JOIN value_map AS pt ON pt.field = 'place_type' AND pt.text = t.place_type
    LEFT JOIN value_map AS oc ON oc.field = 'offence_code' AND oc.text = t.offence_code
    LEFT JOIN value_map AS ou ON ou.field = 'outcome' AND ou.text = t.outcome
    LEFT JOIN value_map AS on_ ON on_.field = 'online' AND on_.text = t.online
    LEFT JOIN value_map AS sn ON sn.field = 'supervisor_named' AND sn.text = t.supervisor_named
    LEFT JOIN value_map AS st ON st.field = 'status' AND st.text = t.status
    LEFT JOIN value_map AS cr ON cr.field = 'cancel_reason' AND cr.text = t.cancel_reason
    LEFT JOIN value_map AS sm ON sm.field = 'strands' AND sm.text = t.strands
),
squared AS (
    SELECT *,
        CASE WHEN easting IS NULL AND northing IS NULL THEN 'not_recorded'
             WHEN try_cast(easting AS DOUBLE) IS NULL OR try_cast(northing AS DOUBLE) IS NULL THEN 'unreadable'
             WHEN try_cast(easting AS DOUBLE) BETWEEN $box[1] AND $box[3] AND try_cast(northing AS DOUBLE) BETWEEN $box[2] AND $box[4]
                 THEN 'square'
             ELSE 'outside' END AS located,
        CASE
            WHEN footer(first_cell, filled) THEN 'footer_row'
            WHEN ragged THEN 'wrong_cell_count'
            WHEN crime_ref IS NULL THEN 'missing_reference'
            WHEN ref IS NULL THEN 'bad_reference'
            ELSE date_reason(recorded, recorded_local, as_of, 'missing_recorded_date')
        END AS reason,
        lower(replace(address, chr(160), ' ')) AS plain_address
    FROM parsed
)
SELECT
    file_id,
    row_no,
    reason,
    ref AS crime_ref,
    crime_ref AS raw_ref,
    upper(incident_ref) AS incident_ref,
    CASE WHEN has_time(recorded) THEN instant(recorded_local, $zone) END AS recorded_at,
    CAST(recorded_local AS DATE) AS recorded_on,
    recorded AS recorded_text,
    CASE WHEN has_time(reported) THEN instant(reported_local, $zone) END AS reported_at,
    CASE WHEN has_time(committed) THEN instant(committed_local, $zone) END AS committed_at,
    CAST(committed_local AS DATE) AS committed_on,
    offence AS offence_code,
    offence_title,
    coalesce(g.name, CASE WHEN offence IS NULL THEN 'Not recorded' ELSE 'Other' END) AS offence_group,
    coalesce(list_bool_or(list_transform($aggravated, a ->
        list_contains(a.codes, offence) AND CAST(recorded_local AS DATE) BETWEEN a.valid_from AND a.valid_to)), false) AS aggravated,
    district_id AS district,
    strand_ids,
    perceived_religion,
    channel_id AS channel,
    CASE WHEN strand_ids IS NULL THEN [] ELSE list_sort(list_distinct(list_filter([
        CASE WHEN place_type_id NOT IN ('unmapped', 'not_recorded') THEN place_type_id END,
        CASE WHEN online_flag THEN 'online' END,
        CASE WHEN night_time(committed_local) AND has_time(committed) AND NOT online_flag
            AND list_contains($night_places, place_type_id) THEN 'night_time' END
    ], x -> x IS NOT NULL))) END AS settings,
    pseudonym(CASE
        WHEN online_flag OR coalesce(list_bool_or(list_transform($default_words, w -> contains(plain_address, w))), false) THEN NULL
        WHEN letters_digits(uprn) <> '' THEN 'UPRN|' || letters_digits(uprn)
        WHEN letters_digits(address) <> '' THEN 'TEXT|' || letters_digits(coalesce(postcode, '') || address)
    END, $inner_block, $outer_block) AS place_id,
    uprn, address, postcode,
    place_type_id AS place_type,
    CASE WHEN located = 'square' THEN CAST(floor(CAST(easting AS DOUBLE) / 1000) AS INTEGER) END AS east_km,
    CASE WHEN located = 'square' THEN CAST(floor(CAST(northing AS DOUBLE) / 1000) AS INTEGER) END AS north_km,
    located,
    CASE WHEN has_time(assigned) THEN instant(assigned_local, $zone) END AS assigned_at,
    supervisor_flag AS supervisor_named,
    outcome_code,
    outcome_on,
    cancelled,
    cancel_code AS cancel_reason,
    cancelled_on,
    list_filter([
        CASE WHEN reported IS NOT NULL AND reported_local IS NULL THEN 'reported unreadable' END,
        CASE WHEN committed IS NOT NULL AND committed_local IS NULL THEN 'committed unreadable' END,
        CASE WHEN assigned IS NOT NULL AND assigned_local IS NULL THEN 'assigned unreadable' END,
        CASE WHEN outcome_date IS NOT NULL AND outcome_on IS NULL THEN 'outcome_date unreadable' END,
        CASE WHEN cancelled_date IS NOT NULL AND cancelled_on IS NULL THEN 'cancelled_date unreadable' END,
        CASE WHEN located IN ('unreadable', 'outside') THEN 'coordinates ' || located END,
        CASE WHEN district_id = 'unmapped' THEN 'district unmapped' END,
        CASE WHEN channel_id = 'unmapped' THEN 'channel unmapped' END,
        CASE WHEN place_type_id = 'unmapped' THEN 'place_type unmapped' END,
        CASE WHEN offence = 'unmapped' THEN 'offence_code unmapped' END,
        CASE WHEN outcome_code = 'unmapped' OR NOT list_contains($outcome_codes, outcome_code) THEN 'outcome unmapped' END,
        CASE WHEN strand_unknown THEN 'strands unmapped' END
    ], x -> x IS NOT NULL) AS faults
FROM squared
LEFT JOIN offence_group AS g ON g.code = squared.offence
