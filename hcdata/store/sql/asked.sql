-- What a reader asked for and may see, each said once for every query that counts or lists.

-- From the day `first`, and before the day `after`; NULL is no bound.
CREATE MACRO is_dated(day, first, after) AS
    (CAST(first AS DATE) IS NULL OR day >= CAST(first AS DATE)) AND (CAST(after AS DATE) IS NULL OR day < CAST(after AS DATE));

-- Among those chosen; none chosen are all.
CREATE MACRO is_chosen(one, chosen) AS len(CAST(chosen AS VARCHAR[])) = 0 OR list_contains(CAST(chosen AS VARCHAR[]), one);

-- The same of several, of which one is enough.
CREATE MACRO has_chosen(several, chosen) AS
    len(CAST(chosen AS VARCHAR[])) = 0 OR list_has_any(CAST(chosen AS VARCHAR[]), several);

-- A district the reader may see; no scope is all of them.
CREATE MACRO in_scope(district, scope) AS CAST(scope AS VARCHAR[]) IS NULL OR list_contains(CAST(scope AS VARCHAR[]), district);
