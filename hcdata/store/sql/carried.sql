-- What the crimes carry at all: an extract without a column is not an extract full of blanks.
SELECT 'outcome' AS what WHERE EXISTS (SELECT 1 FROM crime WHERE outcome_code IS NOT NULL)
UNION ALL SELECT 'victim' WHERE EXISTS (SELECT 1 FROM crime WHERE len(victims) > 0)
UNION ALL SELECT 'suspect' WHERE EXISTS (SELECT 1 FROM crime WHERE len(suspects) > 0)
UNION ALL SELECT 'place' WHERE EXISTS (SELECT 1 FROM crime WHERE place_id IS NOT NULL)
UNION ALL SELECT 'report time' WHERE EXISTS (SELECT 1 FROM crime WHERE reported_at IS NOT NULL)
