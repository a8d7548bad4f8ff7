-- Dates and times as people and systems write them, put into the forms `moment` reads. Most are in one of those forms already, which one
-- search tells (`is_plain_date`); only the others are taken apart.
CREATE OR REPLACE TEMP MACRO is_plain_date(x) AS regexp_full_match(x,
    '\d{4}-\d\d-\d\d(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?'
    || '|(?:[0-3]?\d/[0-3]?\d/|[0-3]?\d-[0-3]?\d-|[0-3]?\d [A-Za-z]{3} |[0-3]?\d-[A-Za-z]{3}-)(?:\d{4}|\d\d)'
    || '(?: (?:(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?|(?:0?[1-9]|1[0-2]):[0-5]\d(?::[0-5]\d)? [AaPp][Mm]))?'
    || '|\d{5}(?:\.\d+)?');

-- Whether a date in such a form is no day of the calendar, whichever of day and month stands first: 31/02/2026, 30-Feb-26, 2026-13-01, 00/05/2026.
CREATE OR REPLACE TEMP MACRO is_no_day(x) AS regexp_matches(x,
    '(?i)^(?:(?:3[2-9]|[4-9]\d|00?)[/-]|\d\d?[/-](?:3[2-9]|[4-9]\d|00?)[/-]|31[/-](?:0?[2469]|11)[/-]|(?:0?[2469]|11)[/-]31[/-]|30[/-]0?2[/-]'
    || '|0?2[/-]30[/-]|(?:29[/-]0?2[/-]|0?2[/-]29[/-]|29[ -]feb[ -])(?:\d\d)?(?:[02468][1-35-79]|[13579][013-57-9])(?:\D|$)'
    || '|(?:3[2-9]|[4-9]\d|00?)[ -][a-z]|3[01][ -]feb|31[ -](?:apr|jun|sep|nov)'
    || '|\d{4}-(?:00|1[3-9]|[2-9]\d|02-3|(?:0[469]|11)-31|\d\d-(?:00|3[2-9]|[4-9]\d)))');

-- A year of two digits: 00 to 68 are of this century, 69 to 99 of the last (POSIX strptime).
-- The lambda keeps x from being worked out for each of its comparisons.
CREATE OR REPLACE TEMP MACRO century(x) AS
    list_transform([x], m -> CASE
        WHEN m > TIMESTAMP '0100-01-01' THEN m
        WHEN m < TIMESTAMP '0069-01-01' THEN m + INTERVAL 2000 YEAR
        ELSE m + INTERVAL 1900 YEAR
    END)[1];

-- A text in capitals, its digits, dashes, strokes, points and spaces the common ones, marks of no width left out.
CREATE OR REPLACE TEMP MACRO legible(x) AS
    CASE
        WHEN regexp_full_match(x, '[!-~]+(?: [!-~]+)*') THEN upper(x)
        ELSE upper(trim(regexp_replace(regexp_replace(
            translate(x, '０１２３４５６７８９：／－．，‐‑‒–—―−﹣⁄∕·•∙․‧', '0123456789:/-.,--------//.....'),
            '[\p{Cf}\p{Mn}]+', '', 'g'), '[\p{Z}\p{Cc}]+', ' ', 'g')))
    END;

-- The same without what says nothing of the instant: weekdays, "at" and "on", ordinals, commas, brackets, quotation marks. am and pm stand
-- after a space; parts of a second after a point; a time follows its day after a space.
CREATE OR REPLACE TEMP MACRO date_words(x) AS
    trim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(legible(x),
        '^(\d+(?:[/.-]?[A-Z]{3,9}[/.-]?|[/.-]\d\d?[/.-])\d\d(?:\d\d)?):', '\1 '),
        '(\d{1,2}:\d\d:\d\d)[,:](\d)', '\1.\2'),
        '(\d)T(\d)', '\1 \2'),
        '\b(?:MON|TUES?|WEDS?|THU(?:RS?)?|FRI|SAT|SUN|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)\b-?'
            || '|\b(?:AT|ON|OF|THE|DATED?)\b:?|\bTIME:|[,()"''‘’“”`=;@#_|\[\]{}<>]+|\.( |$)', ' ', 'g'),
        '(\d) ?(?:ST|ND|RD|TH)\b', '\1', 'g'),
        '(\d) ?([AP])(?:[. ]*M\b\.?|$)', '\1 \2M'),
        ' +', ' ', 'g'));


-- A time of day, and the zone after it, as `date_words` leaves them.
CREATE OR REPLACE TEMP MACRO time_pattern() AS
    '\d{1,2}[:.H]\d\d(?:M\b)?(?:[:.]\d\d(?:[.]\d{1,9})?)?(?: [AP]M)?(?: ?(?:HRS?|HOURS?|H))?|\d{3,4} ?(?:HRS?|HOURS?|H)|\d{1,2} [AP]M'
    || '|(?:12(?::00)? )?(?:NOON|MIDNIGHT)';

CREATE OR REPLACE TEMP MACRO zone_pattern() AS
    '(?:Z|UTC|GMT|UT|BST)?(?:[+-](?:0?\d|1[0-4])(?::?[0-5]\d)?)?(?: ?(?:EUROPE/LONDON|BST|GMT|UTC|BRITISH SUMMER TIME|GREENWICH MEAN TIME'
    || '|COORDINATED UNIVERSAL TIME|GMT (?:STANDARD|DAYLIGHT|SUMMER) TIME|LOCAL TIME|UK TIME))*';

-- Day first and time after: as Java and Unix write it, with the year behind the time, and with the time before the day.
CREATE OR REPLACE TEMP MACRO day_first(x) AS
    regexp_replace(regexp_replace(x,
        '^([A-Z]{3,9} \d{1,2}|\d{1,2} [A-Z]{3,9}) (\d{1,2}:\d\d(?::\d\d)?)((?: (?:BST|GMT|UTC))?) (\d{4})$', '\1 \4 \2\3'),
        '^(' || time_pattern() || ')( ?' || zone_pattern() || ')(?: ?- ?| )(\S.*)$', '\3 \1\2');

-- The parts of a day between strokes: 5/SEP/2026.
CREATE OR REPLACE TEMP MACRO day_parts(x) AS
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(x,
        '\bSEPT\b', 'SEP'), '([A-Z]) ?(\d)', '\1/\2', 'g'), '(\d) ?([A-Z])', '\1/\2', 'g'), ' ?[/\\. -] ?', '/', 'g');

-- A text with its numeric day in front, as far as its first ten characters tell it; other texts as they fall.
CREATE OR REPLACE TEMP MACRO numbers_first(x) AS
    CASE
        WHEN regexp_matches(x, '^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d\d') THEN ltrim(x)
        WHEN strlen(x) <= 100 THEN day_parts(day_first(date_words(x)))
    END;

-- The day `day_parts` made of a text, numbers in the order given ('dmy', 'mdy' or 'month'); a year of two digits stays one.
CREATE OR REPLACE TEMP MACRO day_in(parts, day_order) AS
    CASE
        WHEN day_order = 'month' AND regexp_full_match(parts, '\d{4}/\d\d?|\d\d?/\d{4}|(?:19|20)\d{4}|[A-Z]{3,9}/(?:\d{4}|\d\d)')
            THEN century(try_strptime(parts, ['%Y/%m', '%m/%Y', '%Y%m', '%b/%Y', '%B/%Y']))
        WHEN regexp_full_match(parts, '\d\d?/\d\d?/(?:\d{4}|\d\d)|\d{4}(?:19|20)\d\d')
            THEN CASE WHEN day_order = 'mdy' THEN try_strptime(parts, ['%m/%d/%Y', '%m%d%Y'])
                ELSE try_strptime(parts, ['%d/%m/%Y', '%d%m%Y']) END
        WHEN regexp_full_match(parts, '\d\d?/[A-Z]{3,9}/(?:\d{4}|\d\d)|[A-Z]{3,9}/\d\d?/(?:\d{4}|\d\d)')
            THEN try_strptime(parts, ['%d/%b/%Y', '%d/%B/%Y', '%b/%d/%Y', '%B/%d/%Y'])
        WHEN regexp_full_match(parts, '\d{4}/(?:\d\d?|[A-Z]{3,9})/\d\d?|(?:19|20)\d{6}|\d{4}/W/\d\d/?[1-7]')
            THEN try_strptime(parts, ['%Y/%m/%d', '%Y/%b/%d', '%Y/%B/%d', '%Y%m%d', '%G/W/%V/%u', '%G/W/%V%u'])
        WHEN regexp_full_match(parts, '\d{4}/(?:[0-2]\d\d|3[0-5]\d|36[0-5])') THEN try_strptime(parts, '%Y/%j')
    END;

-- A day, its time and the zone after it, apart: (day, clock, zone), each '' where there is none.
CREATE OR REPLACE TEMP MACRO date_parts(words, day_order) AS
    CASE
        WHEN day_in(day_parts(words), day_order) IS NOT NULL THEN {'day': words, 'clock': '', 'zone': ''}
        WHEN regexp_full_match(words, '(?:19|20)\d{6}(?:\d{4}|\d{6})(?:Z|[+-]\d{4})?')
            THEN regexp_extract(words, '^(\d{8})(\d+)(.*)$', ['day', 'clock', 'zone'])
        ELSE regexp_extract(words,
            '^(.*?\d|.*\dZ)(?: ?- ?| )(' || time_pattern() || '|\d{3,4}|\d{6}(?:[.]\d+)?) ?(' || zone_pattern() || ')$', ['day', 'clock', 'zone'])
    END;

-- The offset from UTC a zone names, as ISO writes it; '' on the force's own clock.
CREATE OR REPLACE TEMP MACRO zone_offset(x) AS
    CASE
        WHEN contains(x, '+') OR contains(x, '-')
            THEN regexp_extract(x, '[+-]') || lpad(regexp_extract(x, '[+-](\d\d?)', 1), 2, '0')
                || ':' || rpad(regexp_extract(x, '[+-]\d\d?:?(\d\d)', 1), 2, '0')
        WHEN regexp_full_match(x, 'BST|BRITISH SUMMER TIME') THEN '+01:00'
        WHEN regexp_full_match(x, 'Z|UTC|UT|GMT|GREENWICH MEAN TIME|COORDINATED UNIVERSAL TIME') THEN '+00:00'
        ELSE ''
    END;

-- A time, as `date_words` leaves it, as HH:MM, HH:MM:SS or with parts of a second: from HHMM, HHMMSS, H:MM, H.MM, 14H30, hrs, am and pm,
-- noon, a workbook's part of a day, or a time on the day calendars begin with. The hour 24 stays, and is read with its day.
CREATE OR REPLACE TEMP MACRO clock_in(words) AS
    list_transform([regexp_replace(regexp_replace(regexp_replace(words,
        ' ?(?:HRS?|HOURS?|H)$|^(?:1899-12-3[01]|1900-01-01|3[01]/12/1899|0?1/0?1/1900) ', ''),
        '^(\d\d?)[.H](\d\d)(?:M\b)?($|[^\d])', '\1:\2\3'),
        '^(\d\d?:\d\d)[.](\d\d)', '\1:\2')], t -> CASE
        WHEN regexp_full_match(t, '\d{1,4}') THEN regexp_replace(lpad(t, 4, '0'), '(..)(..)', '\1:\2')
        WHEN regexp_full_match(t, '\d{5,6}') THEN regexp_replace(lpad(t, 6, '0'), '(..)(..)(..)', '\1:\2:\3')
        WHEN regexp_full_match(t, '\d{6}[.]\d+') THEN regexp_replace(t, '(..)(..)(..)', '\1:\2:\3')
        WHEN regexp_full_match(t, '0?[.]\d+') THEN CAST(TIME '00:00' + to_seconds(least(round(CAST(t AS DOUBLE) * 86400), 86399)) AS VARCHAR)
        WHEN regexp_full_match(t, '\d{1,4}[.]0') THEN regexp_replace(lpad(t, 6, '0'), '(..)(..)..', '\1:\2')
        WHEN regexp_full_match(t, '(?:0?[1-9]|1[0-2])(?::\S+)? [AP]M') THEN
            lpad(CAST(CAST(regexp_extract(t, '^\d+') AS INTEGER) % 12 + CASE WHEN suffix(t, 'PM') THEN 12 ELSE 0 END AS VARCHAR), 2, '0')
                || coalesce(nullif(regexp_extract(t, '^\d+(\S*)', 1), ''), ':00')
        WHEN suffix(t, 'NOON') THEN '12:00'
        ELSE t
    END)[1];

-- A time and the zone after it as ISO writes them (14:30+01:00); '' when it is no time. Hours run to 23, or to the midnight that ends the
-- day. An offset west of Greenwich may be the end of a span of time (14:30-15:00), and is taken only after seconds.
CREATE OR REPLACE TEMP MACRO clock_in_zone(words, zone) AS
    list_transform([{'clock': clock_in(words), 'shift': zone_offset(zone)}], m -> CASE
        WHEN regexp_full_match(m.clock, '(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.]\d+)?)?|24:00(?::00(?:[.]0+)?)?')
            AND NOT (starts_with(m.shift, '-') AND m.shift <> '-00:00' AND strlen(m.clock) <= 5)
            THEN m.clock || m.shift
        ELSE ''
    END)[1];

-- A day (timestamp, its year perhaps of two digits) and a time, or '', in a form `moment` reads.
CREATE OR REPLACE TEMP MACRO in_plain_form(day, clock) AS
    list_transform([{
        'day': century(day) + to_days(CASE WHEN starts_with(clock, '24') THEN 1 ELSE 0 END),
        'clock': CASE WHEN clock <> '' THEN ' ' || regexp_replace(regexp_replace(clock, '^24', '00'), '^(\d):', '0\1:') ELSE '' END
    }], f -> CASE
        WHEN year(day) < 100 AND NOT regexp_matches(clock, '[+-]')
            THEN strftime(f.day, '%d-%b-%y') || regexp_replace(f.clock, '[.]\d+$', '')
        ELSE strftime(f.day, '%Y-%m-%d') || f.clock
    END)[1];

-- The same of a text in another form; nothing when it is none. Midnight in words may begin or end its day, and leaves the day alone.
CREATE OR REPLACE TEMP MACRO taken_apart(x, day_order) AS
    list_transform([day_first(date_words(x))], w -> list_transform([date_parts(w, day_order)], p -> list_transform([{
        'day': day_in(day_parts(p.day), day_order),
        'clock': clock_in_zone(p.clock, p.zone),
        'timed': p.clock <> '' AND NOT suffix(p.clock, 'MIDNIGHT')
    }], m -> CASE WHEN m.day IS NOT NULL AND (m.clock <> '') = m.timed THEN in_plain_form(m.day, m.clock) END)[1])[1])[1];

-- A month without a day, as YYYY-MM: what is read from it knows that no day was given.
CREATE OR REPLACE TEMP MACRO month_alone(x) AS
    list_transform([day_parts(date_words(x))], m -> CASE
        WHEN regexp_full_match(m, '\d{4}/\d\d?|\d\d?/\d{4}|(?:19|20)\d{4}|[A-Z]{3,9}/(?:\d{4}|\d\d)')
            THEN strftime(century(try_strptime(m, ['%Y/%m', '%m/%Y', '%Y%m', '%b/%Y', '%B/%Y'])), '%Y-%m')
    END)[1];

-- A cell of a column of dates, in a form `moment` reads where it can be taken apart, else as it is. `day_order` is dmy, mdy or month.
-- The lambda keeps what the cell is made of from being written out, and planned, for each of its uses.
CREATE OR REPLACE TEMP MACRO written_date(text, day_order) AS
    list_transform([text], x -> CASE
        WHEN is_plain_date(x) OR strlen(x) > 100 THEN x
        WHEN regexp_full_match(x, '\d{4}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)') THEN left(x, 10)
        WHEN regexp_full_match(x, '\d\d,\d{3}(?:[.]\d+)?') THEN replace(x, ',', '')
        WHEN regexp_full_match(x, '\d{5},\d+') THEN replace(x, ',', '.')
        WHEN regexp_full_match(x, '[1-9][.]\d{3,}[Ee]\+?0?4') THEN CAST(CAST(x AS DOUBLE) AS VARCHAR)
        WHEN regexp_full_match(x, '\\?/Date\(\d{11,13}(?:[+-]\d{4})?\)\\?/')
            THEN strftime(make_timestamp_ms(CAST(regexp_extract(x, '\d+') AS BIGINT)), '%Y-%m-%dT%H:%M:%SZ')
        -- A day without marks that was once a number with a point.
        ELSE coalesce(CASE WHEN day_order = 'month' THEN month_alone(x) END,
            taken_apart(regexp_replace(x, '^((?:19|20)\d{6})[.]0+$', '\1'), day_order), x)
    END)[1];

-- Milliseconds from 1970 of a text that counts them or seconds, of 1990 to 2100; 0 (no date) counts as a whole day. Nothing of any other.
CREATE OR REPLACE TEMP MACRO since_1970(x) AS
    list_transform([CASE WHEN regexp_full_match(x, '0|\d{9,10}(?:[.]0+)?|\d{12,13}(?:[.]0+)?') THEN CAST(CAST(x AS DOUBLE) AS BIGINT) END], n -> CASE
        WHEN n = 0 THEN n
        WHEN n BETWEEN 631152000 AND 4133980799 THEN n * 1000
        WHEN n BETWEEN 631152000000 AND 4133980799999 THEN n
    END)[1];

-- The same as the instant it is, or the day where a column counts whole days, in a form `moment` reads.
CREATE OR REPLACE TEMP MACRO counted_date(x, whole_days) AS
    list_transform([nullif(since_1970(x), 0)], n -> CASE
        WHEN n IS NULL THEN x
        WHEN whole_days THEN strftime(make_timestamp_ms(n), '%Y-%m-%d')
        ELSE strftime(make_timestamp_ms(n), '%Y-%m-%dT%H:%M:%SZ')
    END)[1];

-- A time in a column of its own, as `clock_in_zone` has it.
CREATE OR REPLACE TEMP MACRO clock(x) AS
    list_transform([regexp_extract(date_words(x),
            '^(.*?\d(?: [AP]M| ?(?:HRS?|HOURS?|H))?|(?:12(?::00)? )?NOON) ?(' || zone_pattern() || ')$', ['clock', 'zone'])],
        p -> clock_in_zone(p.clock, p.zone))[1];
