-- What the crimes carry at all: an extract without a column is not an extract full of blanks.
SELECT 'outcome' AS what WHERE EXISTS (SELECT 1 FROM crime WHERE outcome_code IS NOT NULL)
-- Where there is no crime, nothing says that the extract had no strands.
UNION ALL SELECT 'strand' WHERE EXISTS (SELECT 1 FROM crime WHERE len(strands) > 0) OR NOT EXISTS (SELECT 1 FROM crime)
UNION ALL SELECT 'victim' WHERE EXISTS (SELECT 1 FROM crime WHERE len(victims) > 0)
UNION ALL SELECT 'suspect' WHERE EXISTS (SELECT 1 FROM crime WHERE len(suspects) > 0)
UNION ALL SELECT 'place' WHERE EXISTS (SELECT 1 FROM crime WHERE place_id IS NOT NULL)
UNION ALL SELECT 'report time' WHERE EXISTS (SELECT 1 FROM crime WHERE reported_at IS NOT NULL)
UNION ALL SELECT 'recorded time' WHERE EXISTS (SELECT 1 FROM crime WHERE recorded_at IS NOT NULL)
UNION ALL SELECT 'assigned time' WHERE EXISTS (SELECT 1 FROM crime WHERE assigned_at IS NOT NULL)
UNION ALL SELECT 'offence code' WHERE EXISTS (SELECT 1 FROM crime WHERE coalesce(offence_code, 'unmapped') <> 'unmapped')
UNION ALL SELECT 'outcome date' WHERE EXISTS (SELECT 1 FROM crime WHERE outcome_on IS NOT NULL)
UNION ALL SELECT 'setting' WHERE EXISTS (SELECT 1 FROM crime WHERE len(settings) > 0)
UNION ALL SELECT 'channel' WHERE EXISTS (SELECT 1 FROM crime WHERE channel NOT IN ('not_recorded', 'unmapped'))
