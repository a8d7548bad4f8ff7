-- A cell as text: no space around it, nothing when it is one of the blanks.
-- trim() reads every letter: it is called only for a cell that may begin or end with a space (anything before '!' or not ASCII).
CREATE OR REPLACE TEMP MACRO trimmed(x) AS
    CASE
        WHEN x < '!' OR x > '~' OR suffix(x, ' ') OR suffix(x, chr(9)) OR suffix(x, chr(10)) OR suffix(x, chr(13)) OR suffix(x, chr(160))
            THEN trim(x, ' ' || chr(9) || chr(10) || chr(13) || chr(160))
        ELSE x
    END;

CREATE OR REPLACE TEMP MACRO clean(x, blanks) AS
    CASE WHEN NOT list_contains(blanks, upper(trimmed(x))) THEN trimmed(x) END;

-- Local text to a moment of the local calendar; nothing when it is no date of the calendar. A format that does not fit costs more
-- than one that does, so text that begins with a year goes straight to the ISO formats, and a time of day is looked for first.
CREATE OR REPLACE TEMP MACRO moment(x, formats) AS
    CASE
        WHEN regexp_full_match(x, '\d{5}(\.\d+)?') THEN TIMESTAMP '1899-12-30' + to_seconds(round(CAST(x AS DOUBLE) * 86400))
        WHEN x LIKE '____-__-__%'
            THEN try_strptime(x, ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d', '%Y-%m-%d %H:%M', '%Y-%m-%dT%H:%M:%S'])
        WHEN contains(x, ':') THEN try_strptime(x, list_filter(formats, f -> contains(f, ':')))
        ELSE try_strptime(x, list_filter(formats, f -> NOT contains(f, ':')))
    END;

-- The same, and nothing when it is a placeholder (1 January 1900 and before): for dates a record is not counted by.
CREATE OR REPLACE TEMP MACRO true_moment(x, formats) AS
    nullif(greatest(moment(x, formats), TIMESTAMP '1900-01-02'), TIMESTAMP '1900-01-02');

-- A moment of the local clock as an instant, in UTC.
CREATE OR REPLACE TEMP MACRO instant(x, zone) AS make_timestamp(epoch_us(timezone(zone, x)));

CREATE OR REPLACE TEMP MACRO has_time(x) AS contains(x, ':') OR regexp_full_match(x, '\d{5}\.\d+');

-- HHMM and H:MM as HH:MM; a date and a time of their own as one text.
CREATE OR REPLACE TEMP MACRO clock(x) AS
    CASE WHEN regexp_full_match(x, '\d{1,4}') THEN left(lpad(x, 4, '0'), 2) || ':' || right(lpad(x, 4, '0'), 2) ELSE x END;

CREATE OR REPLACE TEMP MACRO canonical(x, pattern, form) AS
    CASE WHEN regexp_full_match(upper(x), pattern) THEN regexp_replace(upper(x), pattern, form) END;

-- HMAC-SHA256 (RFC 2104) with the key's padded blocks, cut to 64 bits.
CREATE OR REPLACE TEMP MACRO pseudonym(x, inner_block, outer_block) AS
    upper(left(sha256(unhex(outer_block) || unhex(sha256(unhex(inner_block) || encode(x)))), 16));

CREATE OR REPLACE TEMP MACRO letters(x) AS regexp_replace(upper(x), '[^\p{L}]', '', 'g');

CREATE OR REPLACE TEMP MACRO letters_digits(x) AS regexp_replace(upper(x), '[^\p{L}\d]', '', 'g');

-- Fridays and Saturdays 20:00 to 05:00: the night-time economy's hours (measure 33 of the brief).
CREATE OR REPLACE TEMP MACRO night_time(x) AS dayofweek(x - INTERVAL 5 HOUR) IN (5, 6) AND (hour(x) >= 20 OR hour(x) < 5);

-- Why a row counted by date x cannot be used; nothing when it can.
CREATE OR REPLACE TEMP MACRO date_reason(written, parsed, as_of, missing) AS
    CASE
        WHEN written IS NULL THEN missing
        -- A year of two digits reads as one of the first century.
        WHEN parsed IS NULL OR year(parsed) < 1899 THEN 'unreadable_date'
        WHEN CAST(parsed AS DATE) <= DATE '1900-01-01' THEN 'placeholder_date'
        WHEN parsed > as_of THEN 'future_date'
    END;

CREATE OR REPLACE TEMP MACRO footer(first_cell, filled) AS
    filled <= 2 AND regexp_matches(upper(first_cell), '^(END OF|TOTAL|GRAND TOTAL|RESTRICTED|OFFICIAL|NOT PROTECTIVELY)');
