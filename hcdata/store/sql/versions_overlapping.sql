-- Versions that begin before the one before them has ended.
WITH ordered AS (
    SELECT
        from_load,
        row_number() OVER same AS n,
        lag(to_load) OVER same AS ended
    FROM {version}
    WINDOW same AS (PARTITION BY {key} ORDER BY from_load, to_load)
)
SELECT count(*) FROM ordered WHERE n > 1 AND coalesce(ended > from_load, true)
