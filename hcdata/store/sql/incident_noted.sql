-- What lacks or contradicts itself on an incident: one row for each incident and note (hcdata/schema/incident_issues.py says what
-- each means). Cancelled and duplicate records have none.
CREATE VIEW incident_noted AS
SELECT incident_ref, district, strands, recorded_on, unnest(list_filter([
    CASE WHEN recorded_at IS NULL THEN 'incident_no_recorded_time' END,
    CASE WHEN reported_at IS NULL THEN 'incident_no_reported_time' END,
    CASE WHEN district IN ('unmapped', 'not_recorded') THEN 'incident_no_district' END,
    CASE WHEN len(strands) = 0 THEN 'incident_no_strand' END,
    CASE WHEN channel IN ('unmapped', 'not_recorded') THEN 'incident_no_channel' END,
    CASE WHEN place_type IN ('unmapped', 'not_recorded') THEN 'incident_no_place_type' END,
    CASE WHEN located <> 'square' THEN 'incident_no_square' END,
    CASE WHEN len(victims) = 0 THEN 'incident_no_complainant' END,
    CASE WHEN kind = 'crime' AND len(linked_crimes) = 0 THEN 'incident_no_link' END,
    CASE WHEN reported_at > recorded_at THEN 'incident_reported_after_creation' END
], x -> x IS NOT NULL)) AS note
FROM incident
WHERE cancelled IS NOT TRUE
