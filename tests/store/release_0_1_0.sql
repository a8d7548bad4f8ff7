-- The tables of a store as release 0.1.0 made them: what a later release has to open and to load into.
CREATE TABLE crime_version (
    crime_ref VARCHAR, raw_ref VARCHAR, incident_ref VARCHAR, recorded_at TIMESTAMP, recorded_on DATE, recorded_text
    VARCHAR, reported_at TIMESTAMP, committed_at TIMESTAMP, committed_on DATE, offence_code VARCHAR, offence_title
    VARCHAR, offence_group VARCHAR, aggravated BOOLEAN, district VARCHAR, strands VARCHAR[], perceived_religion
    VARCHAR, channel VARCHAR, settings VARCHAR[], place_id VARCHAR, place_type VARCHAR, east_km INTEGER, north_km
    INTEGER, located VARCHAR, assigned_at TIMESTAMP, supervisor_named BOOLEAN, outcome_code VARCHAR, outcome_on
    DATE, cancelled BOOLEAN, cancel_reason VARCHAR, cancelled_on DATE, victims VARCHAR[], suspects VARCHAR[],
    other_victims INTEGER, file_id INTEGER, row_no INTEGER, as_of TIMESTAMP, seen TIMESTAMP, from_load INTEGER,
    to_load INTEGER
);
CREATE TABLE incident_version (
    incident_ref VARCHAR, kind VARCHAR, recorded_at TIMESTAMP, recorded_on DATE, reported_at TIMESTAMP, district
    VARCHAR, strands VARCHAR[], channel VARCHAR, settings VARCHAR[], place_type VARCHAR, east_km INTEGER, north_km
    INTEGER, located VARCHAR, linked_crimes VARCHAR[], threshold_met BOOLEAN, victims VARCHAR[], subjects VARCHAR[],
    cancelled BOOLEAN, file_id INTEGER, row_no INTEGER, as_of TIMESTAMP, seen TIMESTAMP, from_load INTEGER, to_load
    INTEGER
);
CREATE TABLE victim_contact_version (
    contact_id VARCHAR, crime_ref VARCHAR, contact_at TIMESTAMP, rank VARCHAR, supervisor BOOLEAN, kind VARCHAR,
    file_id INTEGER, row_no INTEGER, as_of TIMESTAMP, seen TIMESTAMP, from_load INTEGER, to_load INTEGER
);
CREATE TABLE service_version (
    crime_ref VARCHAR, referred_on DATE, support_offered BOOLEAN, support_accepted BOOLEAN, vps_offered BOOLEAN,
    vps_taken BOOLEAN, assessed_on DATE, satisfaction VARCHAR, file_id INTEGER, row_no INTEGER, as_of TIMESTAMP,
    seen TIMESTAMP, from_load INTEGER, to_load INTEGER
);
CREATE TABLE action_version (
    action_no VARCHAR, key_action VARCHAR, title VARCHAR, district VARCHAR, owner VARCHAR, status VARCHAR, raised_on
    DATE, due_on DATE, updated_on DATE, latest_update VARCHAR, discharged_on DATE, file_id INTEGER, row_no INTEGER,
    as_of TIMESTAMP, seen TIMESTAMP, from_load INTEGER, to_load INTEGER
);
CREATE TABLE event_version (
    event_id VARCHAR, event_on DATE, name VARCHAR, scope VARCHAR, kind VARCHAR, note VARCHAR, file_id INTEGER,
    row_no INTEGER, as_of TIMESTAMP, seen TIMESTAMP, from_load INTEGER, to_load INTEGER
);
CREATE TABLE crime_fact_version (
    crime_ref VARCHAR, supervisor_contact_at TIMESTAMP, contacts INTEGER, repeat_victims VARCHAR[], repeat_suspects
    VARCHAR[], repeat_place BOOLEAN, file_id INTEGER, row_no INTEGER, as_of TIMESTAMP, seen TIMESTAMP, from_load
    INTEGER, to_load INTEGER
);
CREATE TABLE load (
    load INTEGER, as_of TIMESTAMP, loaded_at TIMESTAMP, program VARCHAR
);
CREATE TABLE load_file (
    file_id INTEGER, load INTEGER, file VARCHAR, sheet VARCHAR, sha256 VARCHAR, layout VARCHAR, layout_version
    INTEGER, synthetic BOOLEAN, feed VARCHAR, as_of TIMESTAMP, is_full BOOLEAN, covers_from DATE, covers_to DATE,
    header_row INTEGER, rows_read INTEGER, rows_accepted INTEGER, rows_rejected INTEGER, records INTEGER,
    records_new INTEGER, records_changed INTEGER, records_unchanged INTEGER, records_older INTEGER,
    records_cancelled INTEGER, disagreeing INTEGER
);
CREATE TABLE reject (
    file_id INTEGER, row_no INTEGER, reason VARCHAR
);
CREATE TABLE fault (
    file_id INTEGER, row_no INTEGER, field VARCHAR, reason VARCHAR
);
CREATE TABLE declared (
    kind VARCHAR, id VARCHAR, name VARCHAR, monitored BOOLEAN
);
