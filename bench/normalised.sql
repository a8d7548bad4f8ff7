-- What bare DuckDB is asked to do for the store's own tables: raw rows kept, persons and places under pseudonyms, one row for each
-- crime with its strands and people, and the facts drawn from other rows. Everything is taken as it stands: nothing is checked,
-- no reason or fault is kept, no value is looked up, nothing has versions. $raw is the file the raw rows were copied to.
CREATE TEMP VIEW raw AS
SELECT * REPLACE (nullif("Crime Reference", '') AS "Crime Reference"), file_row_number AS row_no
FROM read_parquet(getvariable('raw'), file_row_number = true)
WHERE "Recorded Date" IS NOT NULL;

CREATE TABLE person AS
SELECT
    as_number(pseudonym(CASE WHEN "Person URN" <> '' THEN 'ID|' || "Person URN" ELSE 'NAME|' || "Surname" || '|' || "Date of Birth" || '|' || "Sex" END,
        getvariable('inner_block'), getvariable('outer_block'))) AS person,
    "Person URN" AS system_id,
    "Surname" AS surname,
    "Forenames" AS forenames,
    "Date of Birth" AS born,
    "Sex" AS sex
FROM (SELECT DISTINCT "Person URN", "Surname", "Forenames", "Date of Birth", "Sex" FROM raw);

CREATE TABLE place AS
SELECT pseudonym('UPRN|' || "UPRN", getvariable('inner_block'), getvariable('outer_block')) AS place_id, *
FROM (SELECT DISTINCT "UPRN", "Address", "Postcode" FROM raw);

CREATE TEMP TABLE gathered AS
SELECT
    r."Crime Reference" AS crime_ref,
    min(r.row_no) AS row_no,
    list_sort(list(DISTINCT r."Hate Markers") FILTER (WHERE r."Hate Markers" <> '')) AS strands,
    list_sort(list(DISTINCT p.person) FILTER (WHERE r."Person Role" = 'Victim')) AS victims,
    list_sort(list(DISTINCT p.person) FILTER (WHERE r."Person Role" = 'Suspect')) AS suspects
FROM raw AS r
JOIN person AS p
    ON p.system_id IS NOT DISTINCT FROM r."Person URN"
    AND p.surname IS NOT DISTINCT FROM r."Surname"
    AND p.forenames IS NOT DISTINCT FROM r."Forenames"
    AND p.born IS NOT DISTINCT FROM r."Date of Birth"
    AND p.sex IS NOT DISTINCT FROM r."Sex"
GROUP BY r."Crime Reference";

CREATE TABLE crime_version AS
SELECT
    g.crime_ref,
    r."Crime Reference" AS raw_ref,
    r."Incident Number" AS incident_ref,
    timezone('UTC', timezone('Europe/London', try_strptime(r."Recorded Date", '%d/%m/%Y %H:%M'))) AS recorded_at,
    CAST(try_strptime(r."Recorded Date", '%d/%m/%Y %H:%M') AS DATE) AS recorded_on,
    r."Recorded Date" AS recorded_text,
    timezone('UTC', timezone('Europe/London', try_strptime(r."Reported Date", '%d/%m/%Y %H:%M'))) AS reported_at,
    timezone('UTC', timezone('Europe/London', try_strptime(r."Committed From", '%d/%m/%Y %H:%M'))) AS committed_at,
    CAST(try_strptime(r."Committed From", '%d/%m/%Y %H:%M') AS DATE) AS committed_on,
    r."HO Code" AS offence_code,
    r."Offence Title" AS offence_title,
    r."District" AS district,
    coalesce(g.strands, []) AS strands,
    r."Perceived Religion" AS perceived_religion,
    r."How Reported" AS channel,
    [r."Location Type"] AS settings,
    p.place_id,
    r."Location Type" AS place_type,
    CAST(floor(try_cast(r."Easting" AS DOUBLE) / 1000) AS INTEGER) AS east_km,
    CAST(floor(try_cast(r."Northing" AS DOUBLE) / 1000) AS INTEGER) AS north_km,
    timezone('UTC', timezone('Europe/London', try_strptime(r."Officer Assigned", '%d/%m/%Y %H:%M'))) AS assigned_at,
    r."Supervisor Named" = 'Y' AS supervisor_named,
    r."Outcome" AS outcome_code,
    CAST(try_strptime(r."Outcome Date", '%d/%m/%Y') AS DATE) AS outcome_on,
    r."Cancelled Date" <> '' AS cancelled,
    r."Cancelled Reason" AS cancel_reason,
    CAST(try_strptime(r."Cancelled Date", '%d/%m/%Y') AS DATE) AS cancelled_on,
    as_pseudonyms(coalesce(g.victims, [])) AS victims,
    as_pseudonyms(coalesce(g.suspects, [])) AS suspects,
    1 AS file_id,
    CAST(g.row_no AS INTEGER) AS row_no,
    CAST(NULL AS INTEGER) AS to_load
FROM raw AS r
JOIN gathered AS g ON g.row_no = r.row_no
LEFT JOIN place AS p
    ON p."UPRN" IS NOT DISTINCT FROM r."UPRN"
    AND p."Address" IS NOT DISTINCT FROM r."Address"
    AND p."Postcode" IS NOT DISTINCT FROM r."Postcode";
