-- text_row + value_map -> typed: one row for each row read, every field in its type, `reason` when it cannot be used.
WITH parsed AS (
    SELECT
        t.*,
        CASE WHEN t.crime_ref IS NULL THEN t.row_ref ELSE canonical(t.crime_ref, $pattern, $form) END AS ref,
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
        coalesce(sm.strand_ids, CAST([] AS VARCHAR[])) AS strand_ids,
        coalesce(sm.strand_bits, 0) AS strand_bits,
        sm.unknown AS strand_unknown,
        CASE WHEN NOT coalesce(on_.id = 'true', pt.id = 'online', false) THEN pm.place_id END AS place_id,
        pm.place_no
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
    LEFT JOIN strand_map AS sm ON sm.text = t.strands
    LEFT JOIN place_map AS pm
        ON pm.uprn IS NOT DISTINCT FROM t.uprn
        AND pm.address IS NOT DISTINCT FROM t.address
        AND pm.postcode IS NOT DISTINCT FROM t.postcode
),
squared AS (
    SELECT *,
        located(easting, northing, $box, $default_points) AS located,
        CASE
            WHEN footer OR (ref IS NULL AND total) THEN 'footer_row'
            WHEN ragged THEN 'wrong_cell_count'
            WHEN crime_ref IS NULL AND row_ref IS NULL THEN 'missing_reference'
            WHEN ref IS NULL THEN 'bad_reference'
            ELSE date_reason(recorded, recorded_local, as_of, 'missing_recorded_date')
        END AS reason,
        concat_ws(
            ';',
            date_fault('reported', reported, reported_local),
            date_fault('committed', committed, committed_local),
            date_fault('assigned', assigned, assigned_local),
            date_fault('outcome_date', outcome_date, outcome_on),
            date_fault('cancelled_date', cancelled_date, cancelled_on),
            CASE WHEN located NOT IN ('square', 'not_recorded') THEN 'coordinates ' || located END,
            CASE WHEN district_id = 'unmapped' THEN 'district unmapped' END,
            CASE WHEN channel_id = 'unmapped' THEN 'channel unmapped' END,
            CASE WHEN place_type_id = 'unmapped' THEN 'place_type unmapped' END,
            CASE WHEN offence = 'unmapped' THEN 'offence_code unmapped' END,
            CASE WHEN outcome_code = 'unmapped' OR NOT list_contains($outcome_codes, outcome_code) THEN 'outcome unmapped' END,
            CASE WHEN strand_unknown THEN 'strands unmapped' END
        ) AS fault_text,
        coalesce(night_time(committed_local) AND has_time(committed) AND NOT online_flag
            AND list_contains($night_places, place_type_id), false) AS at_night
    FROM parsed
)
SELECT
    file_id,
    row_no,
    reason,
    ref AS crime_ref,
    crime_ref AS raw_ref,
    upper(incident_ref) AS incident_ref,
    CASE WHEN has_time(recorded) THEN instant_by(recorded_local, recorded_day.shift, $zone) END AS recorded_at,
    CAST(recorded_local AS DATE) AS recorded_on,
    recorded AS recorded_text,
    CASE WHEN has_time(reported) THEN instant_by(reported_local, reported_day.shift, $zone) END AS reported_at,
    CASE WHEN has_time(committed) THEN instant_by(committed_local, committed_day.shift, $zone) END AS committed_at,
    CAST(committed_local AS DATE) AS committed_on,
    offence AS offence_code,
    offence_title,
    coalesce(g.name, CASE WHEN offence IS NULL THEN 'Not recorded' ELSE 'Other' END) AS offence_group,
    CASE WHEN list_contains(flatten(list_transform($aggravated, a -> a.codes)), offence) THEN
        coalesce(list_bool_or(list_transform($aggravated, a ->
            list_contains(a.codes, offence) AND CAST(recorded_local AS DATE) BETWEEN a.valid_from AND a.valid_to)), false)
    ELSE false END AS aggravated,
    district_id AS district,
    strand_ids,
    strand_bits,
    perceived_religion,
    channel_id AS channel,
    se.settings,
    place_id,
    CASE WHEN place_id IS NOT NULL THEN place_no END AS place_no,
    place_type_id AS place_type,
    kilometre(located, easting) AS east_km,
    kilometre(located, northing) AS north_km,
    located,
    CASE WHEN has_time(assigned) THEN instant_by(assigned_local, assigned_day.shift, $zone) END AS assigned_at,
    supervisor_flag AS supervisor_named,
    outcome_code,
    outcome_on,
    cancelled,
    cancel_code AS cancel_reason,
    cancelled_on,
    coalesce(string_split(nullif(fault_text, ''), ';'), CAST([] AS VARCHAR[])) AS faults
FROM squared
LEFT JOIN offence_group AS g ON g.code = squared.offence
LEFT JOIN setting_map AS se
    ON se.place_type = squared.place_type_id AND se.online = squared.online_flag AND se.at_night = squared.at_night
LEFT JOIN clock_day AS recorded_day ON recorded_day.day = CAST(recorded_local AS DATE)
LEFT JOIN clock_day AS reported_day ON reported_day.day = CAST(reported_local AS DATE)
LEFT JOIN clock_day AS committed_day ON committed_day.day = CAST(committed_local AS DATE)
LEFT JOIN clock_day AS assigned_day ON assigned_day.day = CAST(assigned_local AS DATE)
