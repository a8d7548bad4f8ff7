-- shared_place + common_incident -> no_identity, refused_now.
INSERT INTO refused_now
SELECT 'place', place_id, 'shared' FROM shared_place
UNION
SELECT 'incident', incident_ref, 'shared' FROM common_incident
EXCEPT
SELECT kind, id, 'shared' FROM no_identity;

INSERT INTO no_identity SELECT kind, id, min(reason) FROM refused_now ANTI JOIN no_identity USING (kind, id) GROUP BY kind, id;
