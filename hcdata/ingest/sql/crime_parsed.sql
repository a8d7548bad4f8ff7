-- text_row + value_map -> crime_parsed: one row for each row read, what is written read and looked up, `reason` when it cannot be used.
-- Each date is read once, in a step of its own: a macro is written out, and planned, wherever what it made is named in the same step.
WITH dated AS (SELECT *, {moments} FROM text_row),
parsed AS (
    SELECT
        t.* REPLACE (unwrapped(t.incident_ref) AS incident_ref),
        CASE WHEN t.crime_ref IS NULL THEN t.row_ref ELSE canonical(t.crime_ref, $pattern, $form) END AS ref,
        t.recorded_moment AS recorded_local,
        no_placeholder(t.reported_moment) AS reported_local,
        no_placeholder(t.committed_moment) AS committed_local,
        no_placeholder(t.assigned_moment) AS assigned_local,
        CAST(no_placeholder(t.outcome_date_moment) AS DATE) AS outcome_on,
        CAST(no_placeholder(t.cancelled_date_moment) AS DATE) AS cancelled_on,
        coalesce(d.id, 'not_recorded') AS district_id,
        coalesce(ch.id, 'not_recorded') AS channel_id,
        coalesce(pt.id, 'not_recorded') AS place_type_id,
        oc.id AS offence,
        rk.id AS row_kind_id,
        ou.id AS outcome_code,
        coalesce(on_.id = 'true', pt.id = 'online', false) AS online_flag,
        TRY_CAST(sn.id AS BOOLEAN) AS supervisor_flag,
        on_.id AS online_id,
        sn.id AS supervisor_id,
        st.id AS status_id,
        -- A day that is none still says that there was one; a placeholder and a dash do not.
        coalesce(st.id = 'true', false) OR cr.id IS NOT NULL OR cancelled_on IS NOT NULL
            OR coalesce(regexp_matches(t.cancelled_date, '\d')
                AND date_fault('', t.cancelled_date, cancelled_on) = ' unreadable', false) AS cancelled,
        cr.id AS cancel_code,
        coalesce(sm.strand_ids, $no_strand::VARCHAR[]) AS strand_ids,
        coalesce(nullif(sm.strand_bits, 0), (SELECT bit FROM strand_bit WHERE list_contains($no_strand::VARCHAR[], id)), 0) AS strand_bits,
        sm.unknown AS strand_unknown,
        CASE WHEN NOT coalesce(on_.id = 'true', pt.id = 'online', false) THEN pm.place_id END AS place_id,
        pm.place_no,
        pm.spoilt AS uprn_spoilt
    FROM dated AS t
    LEFT JOIN value_map AS d ON d.field = 'district' AND d.text = t.district
    LEFT JOIN value_map AS ch ON ch.field = 'channel' AND ch.text = t.channel
    LEFT JOIN value_map AS pt ON pt.field = 'place_type' AND pt.text = t.place_type
    LEFT JOIN value_map AS oc ON oc.field = 'offence_code' AND oc.text = t.offence_code
    LEFT JOIN value_map AS ou ON ou.field = 'outcome' AND ou.text = t.outcome
    LEFT JOIN value_map AS on_ ON on_.field = 'online' AND on_.text = t.online
    LEFT JOIN value_map AS sn ON sn.field = 'supervisor_named' AND sn.text = t.supervisor_named
    LEFT JOIN value_map AS st ON st.field = 'status' AND st.text = t.status
    LEFT JOIN value_map AS cr ON cr.field = 'cancel_reason' AND cr.text = t.cancel_reason
    LEFT JOIN value_map AS rk ON rk.field = 'row_kind' AND rk.text = t.row_kind
    LEFT JOIN strand_map AS sm ON sm.text = t.strands
    LEFT JOIN place_map AS pm
        ON pm.uprn IS NOT DISTINCT FROM t.uprn
        AND pm.address IS NOT DISTINCT FROM t.address
        AND pm.postcode IS NOT DISTINCT FROM t.postcode
),
judged AS (
    SELECT *,
        CASE
            WHEN is_damaged(incident_ref) THEN 'damaged'
            WHEN is_nobodys(incident_ref) THEN CASE WHEN regexp_matches(incident_ref, '[A-Z1-9]') THEN 'no_number' ELSE 'blank' END
            WHEN incident_ref IN (SELECT incident_ref FROM common_incident) THEN 'shared'
        END AS incident_fault
    FROM parsed
)
SELECT *,
    located(easting, northing, $box, $default_points) AS located,
    CASE
        WHEN footer OR (ref IS NULL AND total) THEN 'footer_row'
        WHEN ragged THEN 'wrong_cell_count'
        WHEN $rows AND row_kind IS NULL THEN 'missing_record_kind'
        WHEN $rows AND row_kind_id IS DISTINCT FROM 'crime' THEN 'unknown_record_kind'
        WHEN crime_ref IS NULL AND row_ref IS NULL THEN 'missing_reference'
        WHEN ref IS NULL THEN 'bad_reference'
        ELSE date_reason(recorded, recorded_local, as_of, 'missing_recorded_date')
    END AS reason,
    concat_ws(
        ';',
        time_faults,
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
        CASE WHEN online_id = 'unmapped' THEN 'online unmapped' END,
        CASE WHEN supervisor_id = 'unmapped' THEN 'supervisor_named unmapped' END,
        CASE WHEN status_id = 'unmapped' THEN 'status unmapped' END,
        CASE WHEN cancel_code = 'unmapped' THEN 'cancel_reason unmapped' END,
        CASE WHEN strand_unknown THEN 'strands unmapped' END,
        CASE WHEN incident_fault <> 'blank' THEN 'incident_ref ' || incident_fault END,
        'uprn ' || uprn_spoilt
    ) AS fault_text,
    coalesce(night_time(committed_local) AND has_time(committed) AND NOT online_flag
        AND list_contains($night_places, place_type_id), false) AS at_night
FROM judged
