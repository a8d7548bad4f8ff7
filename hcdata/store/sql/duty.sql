-- What a duty asks of the sheet that would show it was done.

-- Whether a sheet speaks of a day in a district: not before the month it begins in, nor of a month it does not hold whole.
CREATE MACRO is_told(day, district, begins, lacks) AS
    day >= CAST(begins AS DATE) AND NOT list_contains(CAST(lacks AS VARCHAR[]), strftime(day, '%Y-%m ') || district);

-- The day on which the newest sheet of a feed ends.
CREATE MACRO sheet_ends(name) AS (SELECT CAST(max(as_of) AS DATE) FROM load_file WHERE feed = name);

-- Mondays to Fridays from a Monday long past to a day; a Saturday and a Sunday are as far as the Friday before them.
CREATE MACRO weekdays_to(day) AS
    (date_diff('day', DATE '1900-01-01', day) // 7) * 5 + least(isodow(day), 5);

-- Working days after one day and up to another: no Saturday, Sunday or bank holiday.
CREATE MACRO working_days(start, finish) AS
    weekdays_to(finish) - weekdays_to(start)
    - len(list_filter(
        coalesce((SELECT list(day) FROM bank_holiday), []), holiday -> holiday > start AND holiday <= finish AND isodow(holiday) < 6
    ));

-- An inspector or above: a known rank that is none of those below (hcdata/ingest/values/ranks.py).
CREATE MACRO is_inspector(rank) AS rank NOT IN ('staff', 'pcso', 'constable', 'sergeant', 'unmapped', 'not_recorded');
