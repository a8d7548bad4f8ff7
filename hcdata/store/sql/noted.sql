-- What lacks or contradicts itself on a crime: one row for each crime and note (hcdata/schema/issues.py says what each means).
-- Hate crimes have all notes; those of an aggravated code, or of a register of hate crimes, that carry no strand are here as they should be among them.
CREATE VIEW noted AS
-- A layout reads a register of hate crimes where at least as many of its crimes carry a strand as do not.
WITH register AS (
    SELECT f.layout
    FROM crime
    JOIN base.load_file AS f USING (file_id)
    WHERE cancelled IS NOT TRUE
    GROUP BY f.layout
    HAVING 2 * count(*) FILTER (len(strands) > 0) >= count(*)
)
SELECT crime_ref, district, strands, recorded_on, unnest(list_concat(fields_lacking(
    recorded_at, reported_at, committed_on, district, offence_code, channel, place_type, located, assigned_at, supervisor_named,
    victims, other_victims, contacts
), list_filter([
    CASE WHEN committed_on > CAST(timezone('UTC', reported_at) AS DATE) THEN 'committed_after_report' END,
    CASE WHEN committed_on > recorded_on THEN 'committed_after_recording' END,
    CASE WHEN reported_at > recorded_at THEN 'reported_after_recording' END,
    CASE WHEN assigned_at < reported_at THEN 'assigned_before_report' END,
    CASE WHEN supervisor_contact_at < reported_at THEN 'contact_before_report' END,
    CASE WHEN outcome_on < recorded_on THEN 'outcome_before_recording' END,
    CASE WHEN own_outcome_on > CAST(as_of AS DATE) THEN 'outcome_after_extract' END,
    CASE WHEN outcome_code IS NOT NULL AND outcome_on IS NULL THEN 'outcome_without_date' END,
    CASE WHEN outcome_code IS NULL AND outcome_on IS NOT NULL THEN 'outcome_without_code' END,
    CASE WHEN outcome_code NOT IN (SELECT code FROM outcome_type) THEN 'outcome_not_known' END,
    -- An outcome later than the other, or given after the crime's extract, is news and contradicts nothing.
    CASE WHEN own_outcome_code <> event_outcome_code AND 'unmapped' NOT IN (own_outcome_code, event_outcome_code)
        AND coalesce(event_outcome_on >= own_outcome_on, true)
        AND coalesce(event_outcome_on <= CAST(seen AS DATE), true)
    THEN 'outcomes_disagree' END,
    -- These are about the outcome rows: they say nothing of a crime that has its outcome from its own row.
    CASE WHEN list_contains(notes, 'outcome_dated_back')
        AND outcome_code = event_outcome_code AND outcome_on = event_outcome_on
    THEN 'outcome_dated_back' END,
    CASE WHEN list_contains(notes, 'outcomes_on_one_day')
        AND takes_event(own_outcome_code, own_outcome_on, event_outcome_code, event_outcome_on)
    THEN 'outcomes_on_one_day' END,
    CASE WHEN list_contains(notes, 'outcome_missing_from_full_extract')
        AND takes_event(own_outcome_code, own_outcome_on, event_outcome_code, event_outcome_on)
    THEN 'outcome_missing_from_full_extract' END,
    CASE WHEN aggravated AND NOT list_has_any(strands, ['race', 'religion']) THEN 'flag_without_race_or_religion' END,
    CASE WHEN len(strands) > 1 THEN 'several_strands' END,
    CASE WHEN recorded_late(reported_at, recorded_at) THEN 'recorded_after_72_hours' END,
    CASE WHEN EXISTS (
        SELECT 1
        FROM load_file
        WHERE feed = 'crime'
            AND lacks_record(is_full, load_file.as_of, covers_from, covers_to, districts, seen, recorded_on, district)
    ) THEN 'missing_from_full_extract' END
], x -> x IS NOT NULL))) AS note
FROM hate_crime
LEFT JOIN (SELECT crime_ref, notes FROM outcome_note) USING (crime_ref)
UNION ALL
SELECT crime_ref, district, strands, recorded_on, 'aggravated_not_counted'
FROM crime
WHERE aggravated AND cancelled IS NOT TRUE AND len(strands) = 0
UNION ALL
SELECT c.crime_ref, c.district, c.strands, c.recorded_on, 'no_strand'
FROM crime AS c
WHERE c.aggravated IS NOT TRUE AND c.cancelled IS NOT TRUE AND len(c.strands) = 0
    AND (
        EXISTS (SELECT 1 FROM base.load_file AS f JOIN register USING (layout) WHERE f.file_id = c.file_id)
        OR EXISTS (
            SELECT 1 FROM base.fault AS f
            WHERE f.file_id = c.file_id AND f.row_no = c.row_no AND f.field = 'strands' AND f.reason = 'unmapped'
        )
    )
