-- Records not cancelled by district id, 'unmapped' and 'not_recorded' among them.
SELECT 'crime' AS kind, district, count(*) AS records FROM crime WHERE cancelled IS NOT TRUE GROUP BY district
UNION ALL
SELECT 'incident', district, count(*) FROM incident WHERE cancelled IS NOT TRUE GROUP BY district
ORDER BY kind, district
