/* ---
title = "Referred to the Victim and Witness Hub within two working days"
short = "Hub referral in two days"
question = "Was the victim referred to the Hub within two working days of the report?"
kind = "proportion"
direction = "up"
key_actions = ["support"]
plan = "4.1"
time_basis = "recorded date"
counts = "crime"
parameters = ["hub_referral_days", "service_begins", "service_lacks"]
needs = ["crime", "service"]
populated = ["victim", "referral date"]
reads = ["district", "recorded_on", "referred_on", "reported_at", "service", "support_accepted", "victims"]
duty = true
lacks = "a referral to the Hub"
notes = """
Hate crimes with at least one identified individual victim, in the month of recording. Met when the Hub's sheet dates the referral at most hub_referral_days working days after the day \
of the report (Victims' Code, right 4); where the time of the report is not recorded, or lies after recording, after the day of recording. Saturdays, Sundays and the bank holidays of England are no \
working days. Without a date, or with one before the report, the referral is not recorded: not evidenced, and shown apart. Crimes whose working days end after the newest Hub sheet are not due unless met, nor is a \
referral the victim declined; those of months and districts no whole Hub sheet speaks of are left out. value is working days from report to referral."""
--- */
SELECT
    crime_ref AS ref,
    recorded_on AS counted_at,
    district,
    strands,
    CASE
        WHEN waited <= $hub_referral_days::INTEGER THEN 'met'
        WHEN waited IS NOT NULL THEN 'not_met'
        WHEN support_accepted IS FALSE THEN 'not_due'
        WHEN working_days(reported_on, sheet_to) < $hub_referral_days::INTEGER THEN 'not_due'
        ELSE 'not_recorded'
    END AS state,
    CAST(waited AS DOUBLE) AS value,
    {listed},
    reported_on,
    referred_on
FROM (
    SELECT *, CASE WHEN referred_on >= reported_on THEN working_days(reported_on, referred_on) END AS waited
    FROM (
        SELECT
            hate_crime.*,
            service.referred_on,
            service.support_accepted,
            sheet_ends('service') AS sheet_to,
            least(recorded_on, CAST(timezone('UTC', reported_at) AS DATE)) AS reported_on
        FROM hate_crime
        LEFT JOIN service USING (crime_ref)
        WHERE len(victims) > 0 AND is_told(recorded_on, district, $service_begins, $service_lacks)
    )
)
