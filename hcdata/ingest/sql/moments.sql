-- Local text, as `written_date` leaves it, to a moment of the local calendar; nothing when it is no date of the calendar. A format that does
-- not fit costs more than one that does, so what the text holds says which are tried: a time of day, the dashes of an ISO date, a
-- workbook's day number. `formats` are the lists of dates.formats; lists filtered here would be planned anew for every date of a row.
CREATE OR REPLACE TEMP MACRO moment(x, formats) AS
    CASE
        WHEN x LIKE '____-__-__%'
            THEN coalesce(
                try_strptime(x, ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d', '%Y-%m-%d %H:%M', '%Y-%m-%dT%H:%M:%S']),
                -- Parts of a second, Z or an offset: the instant on the force's clock (the session's TimeZone).
                CAST(try_cast(x AS TIMESTAMPTZ) AS TIMESTAMP),
                -- No seconds before them, or a space.
                CAST(try_cast(regexp_replace(regexp_replace(x, ' ([+-]|Z$)', '\1'), '([ T]\d\d:\d\d)(Z|[+-])', '\1:00\2') AS TIMESTAMPTZ)
                    AS TIMESTAMP))
        -- The first day of .NET's calendar is no year of two digits.
        WHEN contains(x, '0001') AND regexp_matches(x, '[/-]0001') THEN try_strptime(x, formats.every)
        -- A year stands first in four figures only: 31/02/26 is no day of 2031.
        WHEN regexp_matches(x, '^\d{4}(?:[/-]|\d\d$|\d{4}$)') THEN try_strptime(x, formats.year_first)
        WHEN contains(x, ':') THEN century(try_strptime(x, formats.timed))
        WHEN NOT contains(x, '/') AND regexp_full_match(x, '(?:[1-6]\d|7[0-2])\d{3}(\.\d+)?')
            -- By the millisecond first, as date cells come.
            THEN TIMESTAMP '1899-12-30' + to_seconds(round(round(CAST(x AS DOUBLE) * 86400000) / 1000))
        ELSE century(try_strptime(x, formats.days))
    END;

-- A moment, and nothing when it is a placeholder (1 January 1900 and before): for dates a record is not counted by.
CREATE OR REPLACE TEMP MACRO no_placeholder(m) AS CASE WHEN m > TIMESTAMP '1900-01-02' THEN m END;

CREATE OR REPLACE TEMP MACRO true_moment(x, formats) AS no_placeholder(moment(x, formats));

-- A date of birth; a year of two digits that lies ahead was a hundred years earlier.
CREATE OR REPLACE TEMP MACRO birthday(x, formats) AS
    list_transform([true_moment(x, formats)], m -> CAST(
        CASE WHEN m > current_date AND NOT regexp_matches(x, '\d{4}') THEN m - INTERVAL 100 YEAR ELSE m END AS DATE))[1];

-- What is wrong with a date no record is counted by, for the book of faults; `parsed` is its true moment.
CREATE OR REPLACE TEMP MACRO date_fault(name, written, parsed) AS
    CASE WHEN written IS NOT NULL AND parsed IS NULL
        -- The first days of SQL Server's, Excel's and other calendars, which systems write for "none".
        THEN name || CASE WHEN regexp_matches(written, '\b(0001|1753|1899|1900)\b') THEN ' placeholder' ELSE ' unreadable' END END;

-- A moment of the local clock as an instant, in UTC.
CREATE OR REPLACE TEMP MACRO instant(x, zone) AS make_timestamp(epoch_us(timezone(zone, x)));

-- The same by the day's shift of the clock (clock_day), which is many times quicker; a day without one is asked of the calendar.
CREATE OR REPLACE TEMP MACRO instant_by(x, shift, zone) AS coalesce(make_timestamp(epoch_us(x) - shift), instant(x, zone));

-- Whether a date, as `written_date` leaves it, comes with a time: with a colon, or as a workbook's part of a day.
CREATE OR REPLACE TEMP MACRO has_time(x) AS
    CASE WHEN contains(x, ':') THEN true WHEN contains(x, '.') THEN regexp_full_match(x, '\d{5}\.\d*[1-9]\d*') ELSE false END;

-- Whether a day is written as most systems do, in figures with strokes or dashes, and nothing beside it.
CREATE OR REPLACE TEMP MACRO is_plain_day(x) AS strlen(x) <= 10 AND NOT contains(x, ' ') AND (contains(x, '/') OR contains(x, '-'));

-- The day of a date that may carry midnight or a part of the day, for a time of its own to follow; a workbook's day number and a day
-- without marks (YYYYMMDD) in ISO form.
CREATE OR REPLACE TEMP MACRO day_alone(x) AS
    CASE
        WHEN is_plain_day(x) THEN x
        WHEN regexp_full_match(x, '\d{5}(\.\d+)?') THEN strftime(DATE '1899-12-30' + CAST(floor(CAST(x AS DOUBLE)) AS INTEGER), '%Y-%m-%d')
        WHEN regexp_full_match(x, '(?:19|20)\d{6}') THEN left(x, 4) || '-' || substr(x, 5, 2) || '-' || right(x, 2)
        ELSE regexp_replace(x, '[ T]+\d{1,2}[:.]\d\d.*$', '')
    END;

-- Whether a time is written as most systems do, H:MM or HH:MM, told without a search.
CREATE OR REPLACE TEMP MACRO is_plain_clock(x) AS x LIKE '%_:__' AND strlen(x) <= 5 AND try_cast(x AS TIME) IS NOT NULL;

-- A day with the time of a column of its own; the day alone where that holds none, and then a midnight the day carries is none either.
-- Here and in `time_fault` the lambda keeps what the two are made of from being written out, and planned, for each of their uses.
CREATE OR REPLACE TEMP MACRO day_and_clock(day, x) AS
    list_transform([{'day': day, 'x': x}], m -> CASE
        WHEN is_plain_clock(m.x) THEN day_alone(m.day) || ' ' || m.x
        WHEN clock(m.x) <> '' THEN day_alone(m.day) || ' ' || clock(m.x)
        WHEN is_plain_day(m.day) THEN m.day
        ELSE regexp_replace(m.day, '(?i)[ T](0?0:00(:00([.]0+)?)?( ?(Z|[+-]\d\d(:?\d\d)?))?|12:00(:00)? ?am)$', '')
    END)[1];

-- What is wrong with the time in a column of its own beside a day, for the book of faults.
CREATE OR REPLACE TEMP MACRO time_fault(name, day, x) AS
    list_transform([{'day': day, 'x': x}], m -> CASE
        WHEN m.x IS NULL OR m.day IS NULL OR is_plain_clock(m.x) OR clock(m.x) <> '' THEN NULL
        ELSE name || ' time_unreadable'
    END)[1];

-- Why a row counted by date x cannot be used; nothing when it can.
CREATE OR REPLACE TEMP MACRO date_reason(written, parsed, as_of, missing) AS
    CASE
        WHEN written IS NULL THEN missing
        WHEN parsed IS NULL THEN 'unreadable_date'
        -- A bare number of days that lies before any register.
        WHEN parsed < TIMESTAMP '1990-01-01' AND regexp_full_match(written, '\d{5}(\.\d+)?') THEN 'unreadable_date'
        WHEN parsed < TIMESTAMP '1900-01-02' THEN
            CASE WHEN year(parsed) >= 1899 OR CAST(parsed AS DATE) IN (DATE '0001-01-01', DATE '1753-01-01')
                THEN 'placeholder_date' ELSE 'unreadable_date' END
        WHEN parsed > as_of THEN 'future_date'
    END;

-- A date whose day and month stand the other way round than the layout says, put the layout's way.
CREATE OR REPLACE TEMP MACRO turned(x) AS regexp_replace(x, '^(\d{1,2})([/.-])(\d{1,2})([/.-])', '\3\2\1\4');
