-- The load everything is seen as at: one row, filled when the store is opened.
CREATE TABLE as_at (load INTEGER);

-- Whether a version held at a load: it had begun, and had not ended.
CREATE MACRO valid_at(from_load, to_load, at_load) AS from_load <= at_load AND (to_load IS NULL OR to_load > at_load);

CREATE VIEW load AS
SELECT * FROM base.load WHERE load <= (SELECT load FROM as_at);

CREATE VIEW load_file AS
FROM files_at((SELECT load FROM as_at));

CREATE VIEW reject AS
SELECT * FROM base.reject SEMI JOIN load_file USING (file_id);

CREATE VIEW fault AS
SELECT * FROM base.fault SEMI JOIN load_file USING (file_id)
WHERE coalesce(load, 0) <= (SELECT load FROM as_at);

-- The values nobody had mapped in the files known as at that load.
CREATE VIEW unmapped AS
SELECT * FROM base.unmapped SEMI JOIN load_file USING (file_id);

-- Whether a crime's outcome is that of its latest outcome row and not what its own row says: where its own says nothing, or is in
-- words nobody has mapped, or is dated earlier, or is the same without its date. Words nobody has mapped stand behind every known outcome.
CREATE MACRO takes_event(own, own_on, event, event_on) AS
    event IS NOT NULL AND CASE
        WHEN own IS NULL THEN true
        WHEN own <> event AND 'unmapped' IN (own, event) THEN own = 'unmapped'
        WHEN own_on IS NULL THEN own = event
        ELSE coalesce(event_on > own_on, false)
    END;

CREATE MACRO joined_outcome(own, own_on, event, event_on) AS
    CASE
        WHEN takes_event(own, own_on, event, event_on) THEN {'code': event, 'given_on': event_on}
        ELSE {'code': own, 'given_on': own_on}
    END;

-- Every version of a crime with its outcome joined: one begins where the crime's row changes or its outcome rows do.
CREATE VIEW crime_told AS
SELECT
    c.* REPLACE (
        joined_outcome(c.outcome_code, c.outcome_on, f.event_outcome_code, f.event_outcome_on).code AS outcome_code,
        joined_outcome(c.outcome_code, c.outcome_on, f.event_outcome_code, f.event_outcome_on).given_on AS outcome_on,
        greatest(c.from_load, f.from_load) AS from_load,
        least(c.to_load, f.to_load) AS to_load
    )
FROM base.crime_version AS c
LEFT JOIN base.crime_fact_version AS f
    ON f.crime_ref = c.crime_ref
    AND f.from_load < coalesce(c.to_load, 2147483647)
    AND coalesce(f.to_load, 2147483647) > c.from_load;

-- Versions valid as at that load. The *_local and *_on columns added here are in the force's time zone.
CREATE VIEW crime AS
SELECT
    c.* EXCLUDE (from_load, to_load) REPLACE (
        joined_outcome(c.outcome_code, c.outcome_on, f.event_outcome_code, f.event_outcome_on).code AS outcome_code,
        joined_outcome(c.outcome_code, c.outcome_on, f.event_outcome_code, f.event_outcome_on).given_on AS outcome_on,
        -- `seen` moves on with later loads: none had seen a crime beyond the extracts known as at this one.
        least(c.seen, (SELECT max(as_of) FROM load_file WHERE feed = 'crime')) AS seen
    ),
    c.outcome_code AS own_outcome_code,
    c.outcome_on AS own_outcome_on,
    f.event_outcome_code,
    f.event_outcome_on,
    CAST(timezone('UTC', c.committed_at) AS TIMESTAMP) AS committed_local,
    CAST(timezone('UTC', c.assigned_at) AS DATE) AS assigned_on,
    f.supervisor_contact_at,
    coalesce(f.contacts, 0) AS contacts,
    f.supervisor_review_on,
    coalesce(f.repeat_victims, []) AS repeat_victims,
    coalesce(f.repeat_suspects, []) AS repeat_suspects,
    coalesce(f.repeat_place, false) AS repeat_place,
    f.repeat_victim_days
FROM base.crime_version AS c
LEFT JOIN base.crime_fact_version AS f
    ON f.crime_ref = c.crime_ref
    AND valid_at(f.from_load, f.to_load, (SELECT load FROM as_at))
WHERE valid_at(c.from_load, c.to_load, (SELECT load FROM as_at));

-- Crimes missing as at a load: a full extract known by then reaches their recorded date, speaks for their district and is newer than
-- the newest extract that showed them.
CREATE MACRO missing_at(at_load) AS TABLE
SELECT c.crime_ref
FROM base.crime_version AS c
WHERE valid_at(c.from_load, c.to_load, at_load)
    AND EXISTS (
        SELECT 1
        FROM files_at(at_load) AS f
        WHERE f.feed = 'crime'
            AND lacks_record(f.is_full, f.as_of, f.covers_from, f.covers_to, f.districts, c.seen, c.recorded_on, c.district)
    );

-- Recorded after the older outer limit of the National Crime Recording Standard, to 2015.
CREATE MACRO recorded_late(reported_at, recorded_at) AS recorded_at - reported_at > INTERVAL 72 HOUR;

-- Hate crime: a crime that is not cancelled and carries at least one strand.
CREATE VIEW hate_crime AS
SELECT * FROM crime WHERE cancelled IS NOT TRUE AND len(strands) > 0;

CREATE VIEW series AS
SELECT * EXCLUDE (from_load, to_load) REPLACE (least(seen, (SELECT max(as_of) FROM load_file WHERE feed = 'series')) AS seen)
FROM base.series_version
WHERE valid_at(from_load, to_load, (SELECT load FROM as_at));
