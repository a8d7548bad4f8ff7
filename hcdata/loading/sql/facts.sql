-- What the measures of the crimes that `is_wanted` names need from other rows: the current crimes, incidents, contacts, reviews and outcomes
-- -> record (the shape of crime_fact).
WITH
-- Nothing before this day counts towards any of them.
span AS (
    SELECT min(recorded_on) - $repeat_days AS first_day FROM crime_version WHERE to_load IS NULL AND is_wanted(crime_ref)
),
-- One number is one incident's, with noughts before its figures or without.
hate AS (
    SELECT
        crime_ref, coalesce(ltrim(incident_ref, '0 '), crime_ref) AS incident, recorded_on, recorded_at,
        coalesce(recorded_at, CAST(recorded_on AS TIMESTAMP)) AS at_instant, victims, suspects, place_id
    FROM crime_version
    WHERE to_load IS NULL AND cancelled IS NOT TRUE AND len(strands) > 0 AND recorded_on >= (SELECT first_day FROM span)
),
victim_event AS (
    SELECT crime_ref, incident, recorded_on, recorded_at, unnest(victims) AS person FROM hate
    UNION ALL
    SELECT NULL, ltrim(incident_ref, '0 '), recorded_on, recorded_at, unnest(victims)
    FROM incident_version
    WHERE to_load IS NULL AND cancelled IS NOT TRUE AND kind <> 'crime'
),
-- Of two incidents on one day of which one has no time, or at one time, which came first is not known: each is the other's earlier one.
repeat_victim AS (
    SELECT
        later.crime_ref,
        list_sort(list(DISTINCT later.person)) AS people,
        CAST(min(date_diff('day', earlier.recorded_on, later.recorded_on)) AS INTEGER) AS days
    FROM victim_event AS later
    JOIN victim_event AS earlier
        ON earlier.person = later.person
        AND earlier.incident <> later.incident
        AND earlier.recorded_on BETWEEN later.recorded_on - $repeat_days AND later.recorded_on
        AND (earlier.recorded_on < later.recorded_on OR coalesce(earlier.recorded_at <= later.recorded_at, true))
    WHERE is_wanted(later.crime_ref)
    GROUP BY later.crime_ref
),
suspect_event AS (
    SELECT crime_ref, incident, recorded_on, recorded_at, unnest(suspects) AS person FROM hate
),
repeat_suspect AS (
    SELECT later.crime_ref, list_sort(list(DISTINCT later.person)) AS people
    FROM suspect_event AS later
    JOIN suspect_event AS earlier
        ON earlier.person = later.person
        AND earlier.incident <> later.incident
        AND earlier.recorded_on BETWEEN later.recorded_on - $repeat_days AND later.recorded_on
        AND (earlier.recorded_on < later.recorded_on OR coalesce(earlier.recorded_at <= later.recorded_at, true))
    WHERE is_wanted(later.crime_ref)
    GROUP BY later.crime_ref
),
-- Dates never run against instants, so (date, instant) written as one number sorts as the instant does, and a range of it can begin
-- where a day does: 200,000,000,000 is more than the microseconds an instant can lie after the day before its date.
placed AS (
    SELECT
        crime_ref, incident, place_id, date_diff('day', DATE '1970-01-01', recorded_on) AS day,
        date_diff('day', DATE '1970-01-01', recorded_on) * 200000000000
            + epoch_us(at_instant) - epoch_us(CAST(recorded_on - 1 AS TIMESTAMP)) AS at_number
    FROM hate
    WHERE place_id IN (SELECT place_id FROM hate WHERE is_wanted(crime_ref))
),
-- Where an incident brought several crimes to a place. Elsewhere counting the crimes counts the incidents, in a sixth of the time.
shared_place AS (
    SELECT DISTINCT place_id FROM (SELECT place_id FROM placed GROUP BY place_id, incident HAVING count(*) > 1)
),
repeat_place AS (
    SELECT crime_ref
    FROM placed
    WHERE place_id IN (SELECT place_id FROM shared_place)
    QUALIFY count(DISTINCT incident) OVER (
        PARTITION BY place_id
        ORDER BY at_number
        RANGE BETWEEN at_number - (day - $repeat_days) * 200000000000 PRECEDING AND CURRENT ROW
    ) >= $repeat_place_crimes
    UNION ALL
    SELECT crime_ref
    FROM placed
    WHERE place_id NOT IN (SELECT place_id FROM shared_place)
    QUALIFY count(*) OVER (
        PARTITION BY place_id
        ORDER BY at_number
        RANGE BETWEEN at_number - (day - $repeat_days) * 200000000000 PRECEDING AND CURRENT ROW
    ) >= $repeat_place_crimes
),
contact AS (
    SELECT crime_ref, min(contact_at) FILTER (WHERE supervisor) AS first_supervisor, CAST(count(*) AS INTEGER) AS contacts
    FROM victim_contact_version
    WHERE to_load IS NULL AND is_wanted(crime_ref)
    GROUP BY crime_ref
),
review AS (
    SELECT crime_ref, max(reviewed_on) AS last_supervisor
    FROM review_version
    WHERE to_load IS NULL AND supervisor AND done IS NOT FALSE AND is_wanted(crime_ref)
    GROUP BY crime_ref
),
-- The latest outcome of a crime's outcome rows, those in words nobody has mapped last; of several on one day the one the
-- framework lists first.
given AS (
    SELECT crime_ref, outcome_code, outcome_on, month_only
    FROM outcome_event_version
    WHERE to_load IS NULL AND outcome_code IS NOT NULL AND is_wanted(crime_ref)
    QUALIFY row_number() OVER (
        PARTITION BY crime_ref
        ORDER BY outcome_code = 'unmapped', outcome_on DESC NULLS LAST, month_only, TRY_CAST(outcome_code AS INTEGER)
    ) = 1
)
SELECT
    c.crime_ref,
    contact.first_supervisor AS supervisor_contact_at,
    coalesce(contact.contacts, 0) AS contacts,
    review.last_supervisor AS supervisor_review_on,
    coalesce(repeat_victim.people, CAST([] AS VARCHAR[])) AS repeat_victims,
    coalesce(repeat_suspect.people, CAST([] AS VARCHAR[])) AS repeat_suspects,
    repeat_place.crime_ref IS NOT NULL AS repeat_place,
    repeat_victim.days AS repeat_victim_days,
    given.outcome_code AS event_outcome_code,
    -- A month begins no earlier for a crime than its own recording.
    CASE
        WHEN given.month_only AND date_trunc('month', c.recorded_on) = given.outcome_on THEN c.recorded_on
        ELSE given.outcome_on
    END AS event_outcome_on,
    c.file_id,
    c.row_no
FROM crime_version AS c
LEFT JOIN contact USING (crime_ref)
LEFT JOIN review USING (crime_ref)
LEFT JOIN repeat_victim USING (crime_ref)
LEFT JOIN repeat_suspect USING (crime_ref)
LEFT JOIN repeat_place USING (crime_ref)
LEFT JOIN given USING (crime_ref)
WHERE c.to_load IS NULL AND is_wanted(c.crime_ref)
