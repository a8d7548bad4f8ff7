-- place_map + checked -> people.place: addresses of accepted rows not yet known, under their pseudonym.
INSERT INTO people.place
SELECT p.place_id, p.uprn, p.address, p.postcode
FROM place_map AS p
SEMI JOIN (SELECT place_no FROM checked WHERE reason IS NULL) AS used USING (place_no)
ANTI JOIN people.place AS k
    ON k.place_id = p.place_id
    AND k.uprn IS NOT DISTINCT FROM p.uprn
    AND k.address IS NOT DISTINCT FROM p.address
    AND k.postcode IS NOT DISTINCT FROM p.postcode
WHERE p.place_id IS NOT NULL
