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

-- A reference in the one form it is kept in; nothing when it is not written in any of the known ways. One search does: what it
-- finds is told from what it leaves as it is by a mark no text begins with.
CREATE OR REPLACE TEMP MACRO known_form(x, pattern, form) AS
    CASE
        WHEN starts_with(regexp_replace(upper(x), '^(?:' || pattern || ')$', chr(1) || form), chr(1)) AND NOT starts_with(x, chr(1))
            THEN substr(regexp_replace(upper(x), '^(?:' || pattern || ')$', chr(1) || form), 2)
    END;

-- The same of a reference that may be guarded from a spreadsheet, which would make it a date: ="35/2/26", or one ' before it; or that
-- one has made a number with a .0 after it. Nothing where figures of it are lost.
CREATE OR REPLACE TEMP MACRO canonical(x, pattern, form) AS
    CASE
        WHEN is_damaged(x) THEN NULL
        WHEN suffix(x, '.0') THEN known_form(regexp_replace(x, '[.]0$', ''), pattern, form)
        ELSE coalesce(known_form(x, pattern, form), CASE
            WHEN starts_with(x, '''') THEN known_form(substr(x, 2), pattern, form)
            WHEN starts_with(x, '="') AND suffix(x, '"') THEN known_form(substr(x, 3, length(x) - 3), pattern, form)
        END)
    END;

-- HMAC-SHA256 (RFC 2104) with the key's padded blocks, cut to 64 bits.
CREATE OR REPLACE TEMP MACRO pseudonym(x, inner_block, outer_block) AS
    upper(left(sha256(unhex(outer_block) || unhex(sha256(unhex(inner_block) || encode(x)))), 16));

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

-- Strands that are said: 'not_stated' stands only alone.
CREATE OR REPLACE TEMP MACRO stated(strands) AS
    CASE WHEN len(strands) > 1 THEN list_filter(strands, x -> x <> 'not_stated') ELSE strands END;
