-- The crimes one note stands on, newest first, with the times a reader needs to see what is wrong; local time. Where the note is about
-- outcome rows they are listed, each with the data-to date of the newest extract that gave it (none where it came after the load they
-- are seen as at), what was given last first.
WITH outcome_told AS (
    SELECT crime_ref, list({
        'code': outcome_code,
        'given_on': if(month_only, strftime(outcome_on, '%b %Y'), strftime(outcome_on, '%-d %b %Y')),
        'seen': CASE WHEN seen <= (SELECT max(as_of) FROM load) THEN strftime(seen, '%-d %b %Y') END
    } ORDER BY seen DESC, outcome_on DESC NULLS LAST, month_only, TRY_CAST(outcome_code AS INTEGER)) AS told
    FROM outcome_event
    SEMI JOIN outcome_note USING (crime_ref)
    WHERE outcome_code IS NOT NULL
    GROUP BY crime_ref
)
SELECT
    crime_ref, district, strands, recorded_on, committed_on,
    CAST(timezone('UTC', reported_at) AS TIMESTAMP) AS reported,
    CAST(timezone('UTC', recorded_at) AS TIMESTAMP) AS recorded,
    CAST(timezone('UTC', assigned_at) AS TIMESTAMP) AS assigned,
    CAST(timezone('UTC', supervisor_contact_at) AS TIMESTAMP) AS supervisor_contact,
    offence_title, channel, place_type, outcome_code, outcome_on,
    CASE WHEN $note = 'outcomes_disagree' THEN own_outcome_code END AS own_outcome_code,
    CASE WHEN $note = 'outcomes_disagree' THEN own_outcome_on END AS own_outcome_on,
    CASE WHEN $note = 'outcomes_disagree' THEN event_outcome_code END AS event_outcome_code,
    CASE WHEN $note = 'outcomes_disagree' THEN event_outcome_on END AS event_outcome_on,
    CASE WHEN $note IN ('outcome_dated_back', 'outcomes_on_one_day', 'outcome_missing_from_full_extract') THEN told END AS outcome_rows
FROM crime
LEFT JOIN outcome_told USING (crime_ref)
WHERE crime_ref IN (SELECT crime_ref FROM noted WHERE note = $note)
    AND is_dated(recorded_on, $start, $end)
    AND is_chosen(district, $districts)
    AND has_chosen(strands, $strands)
    AND in_scope(district, $scope)
ORDER BY recorded_on DESC, crime_ref
