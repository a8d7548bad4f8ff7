-- Which of the twelve key fields a crime lacks (hcdata/schema/issues.py, FIELDS).
CREATE MACRO fields_lacking(
    recorded_at, reported_at, committed_on, district, offence_code, channel, place_type, located, assigned_at, supervisor_named,
    victims, other_victims, contacts
) AS list_filter([
    CASE WHEN recorded_at IS NULL THEN 'no_recorded_time' END,
    CASE WHEN reported_at IS NULL THEN 'no_reported_time' END,
    CASE WHEN committed_on IS NULL THEN 'no_committed_date' END,
    CASE WHEN district IN ('unmapped', 'not_recorded') THEN 'no_district' END,
    CASE WHEN coalesce(offence_code, 'unmapped') = 'unmapped' THEN 'no_offence_code' END,
    CASE WHEN channel IN ('unmapped', 'not_recorded') THEN 'no_channel' END,
    CASE WHEN place_type IN ('unmapped', 'not_recorded') THEN 'no_place_type' END,
    CASE WHEN located <> 'square' THEN 'no_square' END,
    CASE WHEN assigned_at IS NULL THEN 'no_assigned_time' END,
    CASE WHEN supervisor_named IS NULL THEN 'no_supervisor' END,
    CASE WHEN len(victims) = 0 AND coalesce(other_victims, 0) = 0 THEN 'no_victim' END,
    CASE WHEN contacts = 0 THEN 'no_contact' END
], x -> x IS NOT NULL);
