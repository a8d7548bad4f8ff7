-- The last day on which a summary offence can be charged: so many months after it was committed, or after the day of its
-- recording at the latest.
CREATE MACRO summary_limit(committed_on, recorded_on, months) AS CAST(coalesce(committed_on, recorded_on) + to_months(months) AS DATE);
