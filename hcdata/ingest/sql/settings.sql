-- value_map -> setting_map(place_type, online, at_night, settings): the sorted list of settings of each combination there can be.
CREATE OR REPLACE TEMP TABLE setting_map AS
WITH place AS (
    SELECT DISTINCT id AS place_type FROM value_map WHERE field = 'place_type' AND id IS NOT NULL
    UNION SELECT 'not_recorded'
)
SELECT
    place_type,
    online,
    at_night,
    list_sort(list_distinct(list_filter([
        CASE WHEN place_type NOT IN ('unmapped', 'not_recorded') THEN place_type END,
        CASE WHEN online THEN 'online' END,
        CASE WHEN at_night THEN 'night_time' END
    ], x -> x IS NOT NULL))) AS settings
FROM place, (VALUES (true), (false)) AS o(online), (VALUES (true), (false)) AS n(at_night);
