-- Macros over what joins records: numbers of persons, incidents, properties and crimes, as a spreadsheet may have left them.

-- A number in scientific notation that holds every figure, written out (1.00090011111E+11); any other as it is.
CREATE OR REPLACE TEMP MACRO written_out(n) AS
    list_transform([{'figures': regexp_extract(n, '[.,](\d+)', 1), 'power': try_cast(regexp_extract(n, 'E\+?(\d+)', 1) AS INTEGER)}],
        m -> CASE
            WHEN m.power BETWEEN 1 AND length(m.figures) AND regexp_full_match(substr(m.figures, m.power + 1), '0*')
                THEN n[1] || left(m.figures, m.power)
            ELSE n
        END)[1];

-- A number without what a spreadsheet or its user put round it: ="..." or ' before it, spaces of any width at its ends, a .0 after it,
-- marks between thousands.
CREATE OR REPLACE TEMP MACRO unwrapped(x) AS
    CASE
        WHEN regexp_full_match(x, '[A-DF-Z0-9/_-]+') THEN x
        ELSE list_transform(
            [regexp_replace(
                regexp_replace(upper(x), '[\s\x{A0}\x{2000}-\x{200F}\x{202F}\x{2060}\x{FEFF}]+', ' ', 'g'),
                '^ ?=?["''‘’`]* ?|["''’ ]+$', '', 'g'
            )],
            n -> CASE
                WHEN regexp_full_match(n, '\d+\.0*') THEN regexp_extract(n, '^\d+')
                WHEN regexp_full_match(n, '\d{1,3}([, ]\d{3})+(\.0*)?')
                    THEN regexp_replace(regexp_extract(n, '^[^.]+'), '\D', '', 'g')
                WHEN regexp_full_match(n, '\d[.,]\d+ ?E\+?\d{1,2}') THEN written_out(n)
                ELSE n
            END
        )[1]
    END;

-- An unwrapped number in the one form that is compared: without spaces, and without the noughts before a number that is all figures, for a
-- spreadsheet drops them and another system fills up with them.
CREATE OR REPLACE TEMP MACRO joined_by(n) AS
    CASE
        WHEN contains(n, ' ') THEN ltrim(replace(n, ' ', ''), CASE WHEN regexp_full_match(n, '[\d ]+') THEN '0' ELSE ' ' END)
        WHEN starts_with(n, '0') AND regexp_full_match(n, '\d+') THEN ltrim(n, '0')
        ELSE n
    END;

-- Whether figures of an unwrapped number are lost: scientific notation, six noughts or more at the end of twelve figures (what is left
-- of one), or nothing but noughts after the fifteen figures a spreadsheet keeps.
CREATE OR REPLACE TEMP MACRO is_damaged(n) AS
    CASE
        WHEN contains(n, 'E') AND regexp_full_match(n, '[+-]?\d+([.,]\d+)? ?E[+-]\d+|[+-]?\d+[.,]\d+E\d+') THEN true
        WHEN suffix(n, '00') THEN regexp_full_match(n, '\d{6,}000000|\d{15}00+')
        ELSE false
    END;

-- Whether an unwrapped number is nobody's and nothing's: without a figure, noughts alone or after a few letters, a sign before it, or words for nothing with a
-- short count.
CREATE OR REPLACE TEMP MACRO is_nobodys(n) AS
    CASE
        WHEN starts_with(n, '-') OR NOT regexp_matches(n, '[1-9]|[A-Z].*0') OR suffix(n, '000') AND regexp_full_match(n, '[A-Z]{0,4}\W*0+') THEN true
        WHEN regexp_matches(n, '\d{4}') OR strlen(n) > 80 THEN false
        ELSE regexp_full_match(
            n,
            '\W*((UNKNOWN|UNIDENTIFIED|NOT ?(KNOWN|GIVEN|STATED|RECORDED|PROVIDED|AVAILABLE|APPLICABLE|YET)|REFUSED|DECLINED|WITHHELD|ANON)'
            '[A-Z ]*|UNK|TB[ACD]|PENDING|NONE|NULL|NIL|NAN|BLANK|DUMMY|N[/. ]?[AK]\.?)\W*\d{1,3}\W*'
        )
    END;

-- Whether a person's unwrapped number says who somebody was and not which: a role or a description, with a short count or none (SUSPECT 1,
-- IC1 MALE), or where to look (SEE MG11).
CREATE OR REPLACE TEMP MACRO is_described(n) AS
    strlen(n) <= 60 AND regexp_full_match(
        n,
        '\W*(?:(?:SEE|AS PER|REFER TO) .*|(?:(?:UNKNOWN|UNNAMED|NAMED|OUTSTANDING|WHITE|BLACK|ASIAN|MIXED|ARAB|CHINESE|MALE|FEMALE|MAN|WOMAN|BOY'
        '|GIRL|YOUTH|CHILD|ADULT|JUVENILE|PERSON|PARTY|SUSPECT|SUSP|SUS|VICTIM|VICT|VIC|AGGRIEVED|OFFENDER|PERPETRATOR|PERP|ACCUSED|DEFENDANT'
        '|WITNESS|SUBJECT|NUMBER|NO|IC\d)[ /.#_:-]*)+\(?\d{0,3}S?)\W*'
    );
