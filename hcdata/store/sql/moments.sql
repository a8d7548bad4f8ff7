-- Every load, how far the data run with it, and the day from which it was known. One whose data run further than any
-- before it was known when they end; one that brings nothing newer (a late or corrected extract, rows read again) only
-- from the day it was loaded.
SELECT
    load,
    max(as_of) OVER (ORDER BY load) AS as_of,
    CASE
        WHEN coalesce(as_of > max(as_of) OVER before, true) THEN CAST(as_of AS DATE)
        ELSE greatest(CAST(as_of AS DATE), CAST(timezone('UTC', loaded_at) AS DATE))
    END AS known_on
FROM base.load
WINDOW before AS (ORDER BY load ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
ORDER BY load
