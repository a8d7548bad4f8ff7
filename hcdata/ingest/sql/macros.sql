-- Whether there may be space round a cell: it begins before '!' or beyond ASCII, or ends in one. trim() itself reads every letter.
CREATE OR REPLACE TEMP MACRO untidy(x) AS
    x < '!' OR x > '~' OR suffix(x, ' ') OR suffix(x, chr(9)) OR suffix(x, chr(10)) OR suffix(x, chr(13))
    OR suffix(x, chr(160)) OR suffix(x, chr(8203)) OR suffix(x, chr(65279));

CREATE OR REPLACE TEMP MACRO trimmed(x) AS
    CASE WHEN untidy(x) THEN trim(x, ' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(8203) || chr(65279)) ELSE x END;

-- A cell as text: no space around it, nothing when it is one of the blanks, of which '' is the first.
CREATE OR REPLACE TEMP MACRO clean(x, blanks) AS
    CASE
        WHEN x = '' THEN NULL
        WHEN untidy(x) THEN CASE WHEN NOT list_contains(blanks, upper(trimmed(x))) THEN trimmed(x) END
        WHEN strlen(x) <= list_max(list_transform(blanks, b -> strlen(b))) AND list_contains(blanks, upper(x)) THEN NULL
        ELSE x
    END;

-- A year of two digits: 00 to 68 are of this century, 69 to 99 of the last (POSIX strptime).
-- The lambda keeps x from being worked out for each of its comparisons.
CREATE OR REPLACE TEMP MACRO century(x) AS
    list_transform([x], m -> CASE
        WHEN m > TIMESTAMP '0100-01-01' THEN m
        WHEN m < TIMESTAMP '0069-01-01' THEN m + INTERVAL 2000 YEAR
        ELSE m + INTERVAL 1900 YEAR
    END)[1];

-- A date and time as few systems write it, in the form the formats have: a T or a comma between the two, a point or nothing between
-- hours and minutes, parts of a second, am and pm without a space.
CREATE OR REPLACE TEMP MACRO plainly(x) AS
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(x,
        '(\d{4})(?:T|, *)(\d{1,2}[:.])', '\1 \2'),
        '((?:\d{4}|[/.-]\d\d) \d{1,2})[.]?(\d\d)$', '\1:\2'),
        '(:\d\d)[.]\d+$', '\1'),
        '(\d) ?([ap])[.]?m[.]?$', '\1 \2m', 'i');

-- Text no format fits as it stands: written plainly, or with the hour 24, the midnight that ends the day (ISO 8601).
CREATE OR REPLACE TEMP MACRO unusual(x, formats) AS
    CASE
        WHEN regexp_matches(x, '[ T]24:?00(:00)?$')
            THEN century(try_strptime(regexp_extract(x, '^(.*?)[ T]24:?00', 1), formats)) + INTERVAL 1 DAY
        ELSE century(try_strptime(plainly(x), formats))
    END;

-- Local text to a moment of the local calendar; nothing when it is no date of the calendar. A format that does not fit costs more
-- than one that does, so what the text holds says which are tried: a time of day, the dashes of an ISO date, a workbook's day number.
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
        WHEN contains(x, '0001') AND regexp_matches(x, '[/-]0001') THEN try_strptime(x, formats)
        WHEN contains(x, ':') THEN coalesce(
            century(try_strptime(x, list_filter(formats, f -> contains(f, ':')))), unusual(x, formats))
        WHEN NOT contains(x, '/') AND regexp_full_match(x, '\d{5}(\.\d+)?')
            THEN TIMESTAMP '1899-12-30' + to_seconds(round(CAST(x AS DOUBLE) * 86400))
        ELSE coalesce(century(try_strptime(x, list_filter(formats, f -> NOT contains(f, ':')))), unusual(x, formats))
    END;

-- The same, and nothing when it is a placeholder (1 January 1900 and before): for dates a record is not counted by.
CREATE OR REPLACE TEMP MACRO true_moment(x, formats) AS
    nullif(greatest(moment(x, formats), TIMESTAMP '1900-01-02'), TIMESTAMP '1900-01-02');

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

-- Whether a date comes with a time: one with a colon, a workbook's part of a day, or hours and minutes without a colon.
CREATE OR REPLACE TEMP MACRO has_time(x) AS
    CASE
        WHEN contains(x, ':') THEN true
        WHEN contains(x, '.') OR contains(x, ' ')
            THEN regexp_matches(x, '^\d{5}\.\d*[1-9]\d*$|(?:[ /.-]\d{4}|[/.-]\d\d) \d{1,2}[.]?\d\d$')
        ELSE false
    END;

-- Whether a day is written as most systems do, in figures with strokes or dashes, and nothing beside it.
CREATE OR REPLACE TEMP MACRO is_plain_day(x) AS strlen(x) <= 10 AND NOT contains(x, ' ') AND (contains(x, '/') OR contains(x, '-'));

-- The day of a date that may carry midnight or a part of the day, for a time of its own to follow; a workbook's day number and a day
-- without marks (YYYYMMDD) in ISO form.
CREATE OR REPLACE TEMP MACRO day_alone(x) AS
    CASE
        WHEN is_plain_day(x) THEN x
        WHEN regexp_full_match(x, '\d{5}(\.\d+)?') THEN strftime(DATE '1899-12-30' + CAST(floor(CAST(x AS DOUBLE)) AS INTEGER), '%Y-%m-%d')
        WHEN regexp_full_match(x, '\d{8}') THEN left(x, 4) || '-' || substr(x, 5, 2) || '-' || right(x, 2)
        ELSE regexp_replace(x, '[ T]+\d{1,2}[:.]\d\d.*$', '')
    END;

-- A time as HH:MM or HH:MM:SS: from HHMM, HHMMSS, H:MM, H.MM, am and pm, the part of a day a workbook keeps it as, or a time on the day
-- calendars begin with; the hour 24 stays, and is read with its day.
CREATE OR REPLACE TEMP MACRO clock(x) AS
    CASE
        WHEN regexp_full_match(x, '\d{1,4}') THEN left(lpad(x, 4, '0'), 2) || ':' || right(lpad(x, 4, '0'), 2)
        WHEN regexp_full_match(x, '(?i)\d{3,4} ?h(ou)?rs?') THEN regexp_replace(lpad(regexp_extract(x, '^\d+'), 4, '0'), '(..)(..)', '\1:\2')
        WHEN regexp_full_match(x, '\d{5,6}') THEN regexp_replace(lpad(x, 6, '0'), '(..)(..)(..)', '\1:\2:\3')
        WHEN regexp_full_match(x, '0?\.\d+') THEN CAST(TIME '00:00' + to_seconds(least(round(CAST(x AS DOUBLE) * 86400), 86399)) AS VARCHAR)
        WHEN regexp_full_match(x, '\d{1,2}[.]\d\d') THEN replace(x, '.', ':')
        WHEN regexp_full_match(x, '(?i)\d{1,2}[:.]\d\d(:\d\d)? ?[ap][.]?m[.]?')
            THEN strftime(try_strptime(regexp_replace(regexp_replace(x, '[. ]*([ap])[. ]*m[.]?$', '\1m', 'i'), '[.]', ':'),
                ['%I:%M%p', '%I:%M:%S%p']), '%H:%M:%S')
        WHEN regexp_full_match(x, '\d{1,4}[.]0') THEN left(lpad(x, 6, '0'), 2) || ':' || left(right(x, 4), 2)
        ELSE regexp_replace(x, '(?i)^(1899-12-3[01]|1900-01-01|3[01]/12/1899|0?1/0?1/1900)[ T]| ?h(ou)?rs?$', '')
    END;

-- Whether what `clock` made of a time is one: hours to 23 or the midnight that ends the day; after an ISO date also with an offset.
CREATE OR REPLACE TEMP MACRO is_clock(x, day) AS
    CASE
        WHEN regexp_full_match(x, '([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d([.]\d+)?)?|24:00(:00)?') THEN true
        WHEN day LIKE '____-__-__%' THEN regexp_full_match(x, '([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.]\d+)?)? ?(Z|[+-]\d\d(:?\d\d)?)')
        ELSE false
    END;

-- The same of a time as most systems write it, H:MM or HH:MM, without a search.
CREATE OR REPLACE TEMP MACRO is_plain_clock(x) AS x LIKE '%_:__' AND strlen(x) <= 5 AND try_cast(x AS TIME) IS NOT NULL;

-- A day with the time of a column of its own; the day alone where that holds none, and then a midnight the day carries is none either.
-- Here and in `time_fault` the lambda keeps what the two are made of from being written out, and planned, for each of their uses.
CREATE OR REPLACE TEMP MACRO day_and_clock(day, x) AS
    list_transform([{'day': day, 'x': x}], m -> CASE
        WHEN is_plain_clock(m.x) THEN day_alone(m.day) || ' ' || m.x
        WHEN is_clock(clock(m.x), m.day) THEN day_alone(m.day) || ' ' || clock(m.x)
        WHEN is_plain_day(m.day) THEN m.day
        ELSE regexp_replace(m.day, '(?i)[ T](0?0:00(:00([.]0+)?)?( ?(Z|[+-]\d\d(:?\d\d)?))?|12:00(:00)? ?am)$', '')
    END)[1];

-- What is wrong with the time in a column of its own beside a day, for the book of faults.
CREATE OR REPLACE TEMP MACRO time_fault(name, day, x) AS
    list_transform([{'day': day, 'x': x}], m -> CASE
        WHEN m.x IS NULL OR m.day IS NULL OR is_plain_clock(m.x) OR coalesce(is_clock(clock(m.x), m.day), false) THEN NULL
        ELSE name || ' time_unreadable'
    END)[1];

-- A reference in the one form it is kept in; nothing when it is not written in any of the known ways. One search does: what it
-- finds is told from what it leaves as it is by a mark no text begins with.
CREATE OR REPLACE TEMP MACRO known_form(x, pattern, form) AS
    CASE
        WHEN starts_with(regexp_replace(upper(x), '^(?:' || pattern || ')$', chr(1) || form), chr(1)) AND NOT starts_with(x, chr(1))
            THEN substr(regexp_replace(upper(x), '^(?:' || pattern || ')$', chr(1) || form), 2)
    END;

-- The same of a reference that may be guarded from a spreadsheet, which would make it a date: ="35/2/26", or one ' before it.
CREATE OR REPLACE TEMP MACRO canonical(x, pattern, form) AS
    coalesce(known_form(x, pattern, form), CASE
        WHEN starts_with(x, '''') THEN known_form(substr(x, 2), pattern, form)
        WHEN starts_with(x, '="') AND suffix(x, '"') THEN known_form(substr(x, 3, length(x) - 3), pattern, form)
    END);

-- HMAC-SHA256 (RFC 2104) with the key's padded blocks, cut to 64 bits.
CREATE OR REPLACE TEMP MACRO pseudonym(x, inner_block, outer_block) AS
    upper(left(sha256(unhex(outer_block) || unhex(sha256(unhex(inner_block) || encode(x)))), 16));

CREATE OR REPLACE TEMP MACRO letters(x) AS regexp_replace(upper(x), '[^\p{L}]', '', 'g');

CREATE OR REPLACE TEMP MACRO letters_digits(x) AS regexp_replace(upper(x), '[^\p{L}\d]', '', 'g');

-- 64 bits of a pseudonym as a number, which sorts as its text does, and back.
CREATE OR REPLACE TEMP MACRO as_number(pseudonym) AS CAST('0x' || pseudonym AS UBIGINT);

CREATE OR REPLACE TEMP MACRO as_pseudonym(number) AS lpad(hex(number), 16, '0');

CREATE OR REPLACE TEMP MACRO as_pseudonyms(numbers) AS list_transform(numbers, n -> as_pseudonym(n));

CREATE OR REPLACE TEMP MACRO within(easting, northing, box) AS
    easting BETWEEN box[1] AND box[3] AND northing BETWEEN box[2] AND box[4];

-- The 1 km square of national grid metres: whether there is one within the force's box, and its corner in whole kilometres.
-- Only 'square' is drawn on a map; every other value but 'not_recorded' is a fault, and says what is wrong with the pair.
CREATE OR REPLACE TEMP MACRO located(easting, northing, box, default_points) AS
    CASE
        WHEN easting IS NULL AND northing IS NULL THEN 'not_recorded'
        WHEN try_cast(easting AS DOUBLE) IS NULL OR try_cast(northing AS DOUBLE) IS NULL THEN 'unreadable'
        WHEN len(default_points) > 0 AND list_contains(CAST(default_points AS VARCHAR[]),
            format('{:.0f} {:.0f}', CAST(easting AS DOUBLE), CAST(northing AS DOUBLE))) THEN 'default_point'
        WHEN within(CAST(easting AS DOUBLE), CAST(northing AS DOUBLE), box) THEN 'square'
        WHEN CAST(easting AS DOUBLE) = 0 AND CAST(northing AS DOUBLE) = 0 THEN 'zero'
        WHEN within(CAST(northing AS DOUBLE), CAST(easting AS DOUBLE), box) THEN 'swapped'
        WHEN within(abs(CAST(easting AS DOUBLE)), abs(CAST(northing AS DOUBLE)), box) THEN 'sign_flipped'
        -- An international foot is 0.3048 m; a pair no larger than 180 is in degrees, or in kilometres.
        WHEN within(CAST(easting AS DOUBLE) * 0.3048, CAST(northing AS DOUBLE) * 0.3048, box)
            OR (abs(CAST(easting AS DOUBLE)) <= 180 AND abs(CAST(northing AS DOUBLE)) <= 180) THEN 'other_units'
        ELSE 'outside'
    END;

CREATE OR REPLACE TEMP MACRO kilometre(located, metres) AS
    CASE WHEN located = 'square' THEN CAST(floor(CAST(metres AS DOUBLE) / 1000) AS INTEGER) END;

-- Fridays and Saturdays 20:00 to 05:00: the night-time economy's hours (measure 33 of the brief).
CREATE OR REPLACE TEMP MACRO night_time(x) AS dayofweek(x - INTERVAL 5 HOUR) IN (5, 6) AND (hour(x) >= 20 OR hour(x) < 5);

-- Why a row counted by date x cannot be used; nothing when it can.
CREATE OR REPLACE TEMP MACRO date_reason(written, parsed, as_of, missing) AS
    CASE
        WHEN written IS NULL THEN missing
        WHEN parsed IS NULL THEN 'unreadable_date'
        WHEN parsed < TIMESTAMP '1900-01-02' THEN
            CASE WHEN year(parsed) >= 1899 OR CAST(parsed AS DATE) IN (DATE '0001-01-01', DATE '1753-01-01')
                THEN 'placeholder_date' ELSE 'unreadable_date' END
        WHEN parsed > as_of THEN 'future_date'
    END;

-- A count as a table shows it: whole, with or without a mark between thousands (comma, space, narrow space).
CREATE OR REPLACE TEMP MACRO as_count(x) AS
    CASE
        WHEN regexp_full_match(x, '(\d+|\d{1,3}([, \x{A0}\x{2009}\x{202F}]\d{3})+)(\.0+)?')
            THEN try_cast(regexp_replace(regexp_replace(x, '\.0+$', ''), '\D', '', 'g') AS BIGINT)
    END;

-- Why a cell is no count, for the book of faults; nothing when it is one, or blank. The signs are those published tables use
-- (Government Analysis Function, symbols in tables: [c] confidential, [x] not available, [z] not applicable, [low], [u], [w]).
CREATE OR REPLACE TEMP MACRO count_fault(x) AS
    CASE
        WHEN x IS NULL OR as_count(x) IS NOT NULL THEN NULL
        WHEN regexp_full_match(lower(x), '\*+|[<≤] ?\d+|\[?c\]?|\[?s\]?|\[?low\]?|suppressed|confidential') THEN 'count suppressed'
        WHEN regexp_full_match(lower(x), '[-–—−:]+|\.\.+|…|\[?[xzuw]\]?|n/?a|#n/a|not (available|applicable|given|known)')
            THEN 'count not_given'
        WHEN regexp_full_match(x, '[-–−] ?\d[\d, ]*(\.\d+)?') THEN 'count negative'
        WHEN regexp_full_match(x, '\d[\d, ]*\.\d+') THEN 'count fractional'
        ELSE 'count unreadable'
    END;

CREATE OR REPLACE TEMP MACRO footer(first_cell, filled) AS
    CASE
        WHEN filled <= 2 THEN regexp_matches(upper(first_cell), '^(END OF|TOTAL|GRAND TOTAL|RESTRICTED|OFFICIAL|NOT PROTECTIVELY)')
        ELSE false
    END;

-- A total or subtotal whose figures stand in many cells; asked only of rows that have no readable reference.
CREATE OR REPLACE TEMP MACRO total_row(first_cell) AS
    CASE
        WHEN contains(upper(first_cell), 'TOTAL')
            THEN regexp_full_match(upper(trimmed(first_cell)), '((GRAND|SUB)[- ]?)?TOTALS?\b.*|.*\b(SUB[- ]?)?TOTALS?:?')
        ELSE false
    END;

-- A date whose day and month stand the other way round than the layout says, put the layout's way.
CREATE OR REPLACE TEMP MACRO turned(x) AS regexp_replace(x, '^(\d{1,2})([/.-])(\d{1,2})([/.-])', '\3\2\1\4');
