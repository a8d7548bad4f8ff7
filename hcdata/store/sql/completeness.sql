-- Of the hate crimes recorded in the period: how many have each key field recorded.
WITH here AS (
    SELECT * FROM crime
    WHERE NOT cancelled AND len(strands) > 0 AND recorded_on >= $start AND recorded_on < $end
        AND list_contains($districts::VARCHAR[], district)
),
counted AS (
    SELECT
        count(*) AS total,
        count(*) FILTER (WHERE recorded_at IS NOT NULL) AS "Recorded time",
        count(*) FILTER (WHERE reported_at IS NOT NULL) AS "Reported time",
        count(*) FILTER (WHERE committed_on IS NOT NULL) AS "Committed date",
        count(*) FILTER (WHERE district NOT IN ('unmapped', 'not_recorded')) AS "District",
        count(*) FILTER (WHERE offence_code <> 'unmapped') AS "Home Office code",
        count(*) FILTER (WHERE channel NOT IN ('unmapped', 'not_recorded')) AS "How reported",
        count(*) FILTER (WHERE place_type NOT IN ('unmapped', 'not_recorded')) AS "Location type",
        count(*) FILTER (WHERE located = 'square') AS "National grid reference",
        count(*) FILTER (WHERE assigned_at IS NOT NULL) AS "Officer assigned",
        count(*) FILTER (WHERE supervisor_named IS NOT NULL) AS "Supervisor named or not",
        count(*) FILTER (WHERE len(victims) > 0 OR other_victims > 0) AS "Victim",
        count(*) FILTER (WHERE contacts > 0) AS "Any victim contact"
    FROM here
)
SELECT field, recorded, total AS "of"
FROM (UNPIVOT counted ON COLUMNS(* EXCLUDE total) INTO NAME field VALUE recorded)
