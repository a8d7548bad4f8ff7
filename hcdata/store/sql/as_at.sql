-- The load everything is seen as at: one row, filled when the store is opened.
CREATE TABLE as_at (load INTEGER);

CREATE VIEW load AS
SELECT * FROM base.load WHERE load <= (SELECT load FROM as_at);

-- A file whose kept rows were read again counts as it was read last.
CREATE VIEW load_file AS
SELECT * FROM base.load_file WHERE load <= (SELECT load FROM as_at)
QUALIFY file_id = max(file_id) OVER (PARTITION BY sha256, sheet, feed, as_of);

CREATE VIEW reject AS
SELECT * FROM base.reject SEMI JOIN load_file USING (file_id);

CREATE VIEW fault AS
SELECT * FROM base.fault SEMI JOIN load_file USING (file_id);

-- Versions valid as at that load. The *_local and *_on columns added here are in the force's time zone.
CREATE VIEW crime AS
SELECT
    c.* EXCLUDE (from_load, to_load),
    CAST(timezone('UTC', c.committed_at) AS TIMESTAMP) AS committed_local,
    CAST(timezone('UTC', c.assigned_at) AS DATE) AS assigned_on,
    f.supervisor_contact_at,
    coalesce(f.contacts, 0) AS contacts,
    coalesce(f.repeat_victims, []) AS repeat_victims,
    coalesce(f.repeat_suspects, []) AS repeat_suspects,
    coalesce(f.repeat_place, false) AS repeat_place
FROM base.crime_version AS c
LEFT JOIN base.crime_fact_version AS f
    ON f.crime_ref = c.crime_ref
    AND f.from_load <= (SELECT load FROM as_at)
    AND (f.to_load IS NULL OR f.to_load > (SELECT load FROM as_at))
WHERE c.from_load <= (SELECT load FROM as_at)
    AND (c.to_load IS NULL OR c.to_load > (SELECT load FROM as_at));

-- Hate crime: a crime that is not cancelled and carries at least one strand.
CREATE VIEW hate_crime AS
SELECT * FROM crime WHERE cancelled IS NOT TRUE AND len(strands) > 0;

CREATE VIEW incident AS
SELECT * EXCLUDE (from_load, to_load) FROM base.incident_version
WHERE from_load <= (SELECT load FROM as_at) AND (to_load IS NULL OR to_load > (SELECT load FROM as_at));

CREATE VIEW victim_contact AS
SELECT * EXCLUDE (from_load, to_load) FROM base.victim_contact_version
WHERE from_load <= (SELECT load FROM as_at) AND (to_load IS NULL OR to_load > (SELECT load FROM as_at));

CREATE VIEW service AS
SELECT * EXCLUDE (from_load, to_load) FROM base.service_version
WHERE from_load <= (SELECT load FROM as_at) AND (to_load IS NULL OR to_load > (SELECT load FROM as_at));

CREATE VIEW action AS
SELECT * EXCLUDE (from_load, to_load) FROM base.action_version
WHERE from_load <= (SELECT load FROM as_at) AND (to_load IS NULL OR to_load > (SELECT load FROM as_at));

CREATE VIEW event AS
SELECT * EXCLUDE (from_load, to_load) FROM base.event_version
WHERE from_load <= (SELECT load FROM as_at) AND (to_load IS NULL OR to_load > (SELECT load FROM as_at));
