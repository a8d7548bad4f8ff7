-- crime_parsed -> typed: one row for each row read, every field in its type.
SELECT
    file_id,
    row_no,
    reason,
    ref AS crime_ref,
    crime_ref AS raw_ref,
    CASE WHEN incident_fault IS NULL THEN upper(incident_ref) END AS incident_ref,
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
    perceived_religion,
    channel_id AS channel,
    se.settings,
    place_id,
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
FROM crime_parsed
LEFT JOIN offence_group AS g ON g.code = crime_parsed.offence
LEFT JOIN setting_map AS se
    ON se.place_type = crime_parsed.place_type_id AND se.online = crime_parsed.online_flag AND se.at_night = crime_parsed.at_night
LEFT JOIN clock_day AS recorded_day ON recorded_day.day = CAST(recorded_local AS DATE)
LEFT JOIN clock_day AS reported_day ON reported_day.day = CAST(reported_local AS DATE)
LEFT JOIN clock_day AS committed_day ON committed_day.day = CAST(committed_local AS DATE)
LEFT JOIN clock_day AS assigned_day ON assigned_day.day = CAST(assigned_local AS DATE)
