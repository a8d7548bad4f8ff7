-- text_row + value_map -> typed: one row for each row read, every field in its type.
WITH parsed AS (
    SELECT
        t.*,
        coalesce(upper(unwrapped(t.incident_ref)), t.row_ref) AS ref,
        moment(t.recorded, $date_formats) AS recorded_local,
        true_moment(t.reported, $date_formats) AS reported_local,
        k.id AS kind_id,
        coalesce(d.id, 'not_recorded') AS district_id,
        coalesce(ch.id, 'not_recorded') AS channel_id,
        coalesce(pt.id, 'not_recorded') AS place_type_id,
        coalesce(on_.id = 'true', pt.id = 'online', false) AS online_flag,
        coalesce(th.id = 'true', false) AS threshold,
        coalesce(st.id = 'true', false) AS cancelled,
        coalesce(sm.strand_ids, $no_strand::VARCHAR[]) AS strand_ids,
        sm.unknown AS strand_unknown,
        on_.id AS online_id,
        th.id AS threshold_id,
        st.id AS status_id,
        -- One cell may name several crimes.
        list_transform(string_split_regex(t.linked_crime, '[;|,\n]'), x -> canonical(trimmed(x), $linked_pattern, $linked_form)) AS links
    FROM text_row AS t
    LEFT JOIN value_map AS k ON k.field = 'kind' AND k.text = t.kind
    LEFT JOIN value_map AS d ON d.field = 'district' AND d.text = t.district
    LEFT JOIN value_map AS ch ON ch.field = 'channel' AND ch.text = t.channel
    LEFT JOIN value_map AS pt ON pt.field = 'place_type' AND pt.text = t.place_type
    LEFT JOIN value_map AS on_ ON on_.field = 'online' AND on_.text = t.online
    LEFT JOIN value_map AS th ON th.field = 'threshold_met' AND th.text = t.threshold_met
    LEFT JOIN value_map AS st ON st.field = 'status' AND st.text = t.status
    LEFT JOIN strand_map AS sm ON sm.text = t.strands
),
squared AS (
    SELECT *,
        located(easting, northing, $box, $default_points) AS located
    FROM parsed
)
SELECT
    file_id,
    row_no,
    CASE
        WHEN footer OR (coalesce(kind_id, 'unmapped') = 'unmapped' AND total) THEN 'footer_row'
        WHEN ragged THEN 'wrong_cell_count'
        WHEN ref IS NULL THEN 'missing_reference'
        WHEN incident_ref IS NOT NULL AND (NOT regexp_full_match(ref, $pattern) OR is_damaged(ref) OR is_nobodys(ref)) THEN 'bad_reference'
        WHEN NOT list_contains($labels, 'kind') THEN 'no_column_of_kinds'
        WHEN kind IS NULL THEN 'missing_record_kind'
        WHEN coalesce(kind_id, 'unmapped') = 'unmapped' THEN 'unknown_record_kind'
        ELSE date_reason(recorded, recorded_local, as_of, 'missing_recorded_date')
    END AS reason,
    ref AS incident_ref,
    kind_id AS kind,
    CASE WHEN has_time(recorded) THEN instant(recorded_local, $zone) END AS recorded_at,
    CAST(recorded_local AS DATE) AS recorded_on,
    CASE WHEN has_time(reported) THEN instant(reported_local, $zone) END AS reported_at,
    district_id AS district,
    strand_ids,
    channel_id AS channel,
    list_sort(list_distinct(list_filter([
        CASE WHEN place_type_id NOT IN ('unmapped', 'not_recorded') THEN place_type_id END,
        CASE WHEN online_flag THEN 'online' END
    ], x -> x IS NOT NULL))) AS settings,
    place_type_id AS place_type,
    kilometre(located, easting) AS east_km,
    kilometre(located, northing) AS north_km,
    located,
    coalesce(list_sort(list_distinct(list_filter(links, x -> x IS NOT NULL))), CAST([] AS VARCHAR[])) AS linked_crimes,
    -- Rows of one incident that disagree keep nobody: the flag holds only where every row has it.
    bool_and(threshold) OVER (PARTITION BY file_id, ref) AS threshold_met,
    cancelled,
    list_filter(list_concat(string_split(time_faults, ';'), [
        date_fault('reported', reported, reported_local),
        CASE WHEN located NOT IN ('square', 'not_recorded') THEN 'coordinates ' || located END,
        CASE WHEN district_id = 'unmapped' THEN 'district unmapped' END,
        CASE WHEN channel_id = 'unmapped' THEN 'channel unmapped' END,
        CASE WHEN place_type_id = 'unmapped' THEN 'place_type unmapped' END,
        CASE WHEN list_bool_or(list_transform(links, x -> x IS NULL)) THEN 'linked_crime unreadable' END,
        CASE WHEN online_id = 'unmapped' THEN 'online unmapped' END,
        CASE WHEN threshold_id = 'unmapped' THEN 'threshold_met unmapped' END,
        CASE WHEN status_id = 'unmapped' THEN 'status unmapped' END,
        CASE WHEN strand_unknown THEN 'strands unmapped' END
    ]), x -> x IS NOT NULL) AS faults
FROM squared
