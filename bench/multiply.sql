-- Each row $times over. A reference begins with two digits and an incident with ZZ-: they number the copies from the second on.
SELECT
    r.* REPLACE (
        CASE WHEN n = 0 THEN "Crime Reference" ELSE format('{:02d}', n) || substr("Crime Reference", 3) END AS "Crime Reference",
        CASE WHEN n = 0 THEN "Incident Number" ELSE format('Z{:02d}-', n) || substr("Incident Number", 4) END AS "Incident Number",
        CASE WHEN n = 0 OR "Person URN" = '' THEN "Person URN" ELSE format('P{:02d}', n) || "Person URN" END AS "Person URN"
    )
FROM read_csv(
    $file, header = false, skip = $skip, delim = ',', quote = '"', escape = '"', all_varchar = true, auto_detect = false,
    columns = $columns, null_padding = true, strict_mode = false
) AS r, range($times) AS copies(n)
WHERE "Recorded Date" IS NOT NULL
