-- crime_version + people.place -> refused_now: properties of which no address is told and whose crimes lie over two kilometres apart.
INSERT INTO refused_now
SELECT 'place', place_id, 'shared'
FROM crime_version
WHERE to_load IS NULL AND located = 'square' AND place_id IN (
    SELECT place_id FROM people.place WHERE address IS NULL AND postcode IS NULL
    EXCEPT
    SELECT place_id FROM people.place WHERE address IS NOT NULL OR postcode IS NOT NULL
)
GROUP BY place_id
HAVING max(east_km) - min(east_km) > 2 OR max(north_km) - min(north_km) > 2;

INSERT INTO no_identity SELECT DISTINCT kind, id, reason FROM refused_now ANTI JOIN no_identity USING (kind, id);
