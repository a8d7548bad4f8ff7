-- What bare DuckDB is asked to do with a crime extract: one pass, dates and numbers in their types, no checks, no versions.
-- $skip passes over the title rows and the header; null_padding lets the short last line in; $parallel is false only where a cell
-- holds a line break, which DuckDB's parallel reader refuses together with null_padding.
CREATE TABLE crime AS
SELECT
    "Crime Reference", "Incident Number",
    try_strptime("Recorded Date", '%d/%m/%Y %H:%M') AS recorded,
    try_strptime("Reported Date", '%d/%m/%Y %H:%M') AS reported,
    try_strptime("Committed From", '%d/%m/%Y %H:%M') AS committed_from,
    try_strptime("Committed To", '%d/%m/%Y %H:%M') AS committed_to,
    "HO Code", "Offence Title", "District", "Beat", "Hate Markers", "Perceived Religion", "How Reported", "Location Type",
    "Address", "Postcode",
    try_cast("UPRN" AS BIGINT) AS uprn,
    try_cast("Easting" AS INTEGER) AS easting,
    try_cast("Northing" AS INTEGER) AS northing,
    "Online",
    try_strptime("Officer Assigned", '%d/%m/%Y %H:%M') AS assigned,
    "Supervisor Named", "Outcome",
    CAST(try_strptime("Outcome Date", '%d/%m/%Y') AS DATE) AS outcome_on,
    "Status", "Cancelled Reason",
    CAST(try_strptime("Cancelled Date", '%d/%m/%Y') AS DATE) AS cancelled_on,
    "Person Role", "Person URN", "Surname", "Forenames",
    CAST(try_strptime("Date of Birth", '%d/%m/%Y') AS DATE) AS born_on,
    "Sex", "Victim Type"
FROM read_csv(
    $files, header = false, skip = $skip, delim = ',', quote = '"', escape = '"', all_varchar = true, auto_detect = false,
    columns = $columns, null_padding = true, strict_mode = false, parallel = $parallel
)
