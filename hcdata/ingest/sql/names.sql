-- Macros over names: whose they are, and whether two ways a person is written can be one person's.

CREATE OR REPLACE TEMP MACRO letters(x) AS regexp_replace(upper(x), '[^\p{L}]', '', 'g');

CREATE OR REPLACE TEMP MACRO name_key(surname, born_on, sex) AS
    CASE WHEN letters(surname) <> '' AND born_on IS NOT NULL AND sex IS NOT NULL
        THEN 'NAME|' || letters(surname) || '|' || CAST(born_on AS VARCHAR) || '|' || sex END;

-- Whether a text stands where no name is known: one of the words (in upper case), or a word for anybody.
CREATE OR REPLACE TEMP MACRO is_no_name(x, words) AS
    letters(x) = '' OR list_contains(words, upper(x)) OR regexp_full_match(
        upper(x),
        '((UN|NOT )?(KNOWN|IDENTIFIED|NAMED|GIVEN|STATED|RECORDED|DISCLOSED)\W*)?'
        '(ADULT|YOUTH|CHILD|BOY|GIRL|(FE)?MALE|(WO)?MAN|PERSON|OFFENDER|SUSPECT|VICTIM|CALLER|REFUSED|WITHHELD)?[\W\d]*'
    );

-- Whether a surname is somebody's. Null, None, Na and Unknown are surnames too: such a one is, where a forename that is no such word
-- stands beside it; one of the layout's blanks also where no forename is written and a birth date is.
CREATE OR REPLACE TEMP MACRO names_somebody(surname, forenames, born_on, unknown_names, blank_names) AS
    CASE
        WHEN letters(surname) = '' THEN false
        WHEN NOT is_no_name(surname, list_concat(unknown_names, blank_names)) THEN true
        WHEN NOT regexp_full_match(surname, '[\p{L}''’ -]+') THEN false
        WHEN forenames IS NOT NULL THEN NOT is_no_name(forenames, list_concat(unknown_names, blank_names))
        ELSE born_on IS NOT NULL AND list_contains(blank_names, upper(surname))
    END;

-- A name as it is compared: {'whole': its letters without accents, 'words': its words of two letters or more}.
CREATE OR REPLACE TEMP MACRO compared(name) AS
    list_transform([strip_accents(upper(regexp_replace(name, '[''’`]', '', 'g')))], n -> {
        'whole': regexp_replace(n, '[^\p{L}]', '', 'g'),
        'words': list_filter(string_split_regex(n, '[^\p{L}]+'), w -> length(w) > 1)
    })[1];

-- Whether two compared names can be one: the same, a slip of a letter or two, or a word of both (double-barrelled, second forenames).
CREATE OR REPLACE TEMP MACRO alike(a, b) AS
    a.whole = b.whole OR list_has_any(a.words, b.words)
        OR damerau_levenshtein(a.whole, b.whole) <= CASE WHEN least(length(a.whole), length(b.whole)) >= 6 THEN 2
            WHEN least(length(a.whole), length(b.whole)) >= 4 THEN 1 ELSE 0 END;

-- The same of forenames, of which one may be an initial, or a part of the other: Jen of Jenny, Liz of Elizabeth.
CREATE OR REPLACE TEMP MACRO alike_or_initial(a, b) AS
    alike(a, b)
    OR CASE
        WHEN least(length(a.whole), length(b.whole)) <= 2 THEN a.whole[1] = b.whole[1]
        ELSE contains(a.whole, b.whole) OR contains(b.whole, a.whole)
    END;

-- Whether one of two dates may be a slip for the other: day and month exchanged, or one of day, month and year wrong.
CREATE OR REPLACE TEMP MACRO is_slip(a, b) AS
    (year(a) = year(b) AND month(a) = day(b) AND day(a) = month(b))
        OR CAST(year(a) = year(b) AS INTEGER) + CAST(month(a) = month(b) AS INTEGER) + CAST(day(a) = day(b) AS INTEGER) = 2;

-- Whether two ways a person is written contradict each other, so that one number cannot be both. a, b: {'surname', 'forenames' (compared,
-- empty where none is written), 'born_on'}. With one birth date, the surname or a forename written out is enough (marriage, a short form
-- of a forename). With another that may be a slip, surname and forename have to be alike; with any other they are two people. Without
-- a birth date on both, neither name may differ.
CREATE OR REPLACE TEMP MACRO contradict(a, b) AS
    list_transform([{
        'surname': CASE WHEN a.surname.whole <> '' AND b.surname.whole <> '' THEN alike(a.surname, b.surname) END,
        'forename': CASE WHEN a.forenames.whole <> '' AND b.forenames.whole <> '' THEN alike_or_initial(a.forenames, b.forenames) END,
        'written_out': least(length(a.forenames.whole), length(b.forenames.whole)) > 2,
        'turned': a.surname.whole = b.forenames.whole AND a.forenames.whole = b.surname.whole AND a.surname.whole <> ''
    }], m -> CASE
        WHEN a.born_on = b.born_on THEN NOT m.turned AND CASE
            WHEN m.surname THEN false
            WHEN m.surname IS NULL THEN m.forename IS NOT DISTINCT FROM false
            ELSE NOT coalesce(m.forename AND m.written_out, false)
        END
        WHEN a.born_on <> b.born_on THEN NOT (is_slip(a.born_on, b.born_on)
            AND (m.turned OR coalesce(m.surname AND m.forename AND m.written_out, false)))
        ELSE NOT m.turned AND coalesce(NOT m.surname, false) OR NOT m.turned AND coalesce(NOT m.forename, false)
    END)[1];
