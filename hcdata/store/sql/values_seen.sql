-- Every district and strand a record carries, to tell which of the configured and declared ones are in use.
SELECT DISTINCT 'district' AS kind, district AS id FROM crime
UNION SELECT DISTINCT 'district', district FROM incident
UNION SELECT DISTINCT 'strand', unnest(strands) FROM crime
UNION SELECT DISTINCT 'strand', unnest(strands) FROM incident
