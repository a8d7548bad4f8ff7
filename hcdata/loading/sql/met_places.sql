-- place_map -> met_place.
INSERT INTO met_place SELECT place_id, address, postcode FROM place_map WHERE uprn IS NOT NULL AND place_id IS NOT NULL;
