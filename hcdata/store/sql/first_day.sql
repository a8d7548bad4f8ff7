-- The first day of a feed of cases.
SELECT {feed} AS feed, min({day}) AS first FROM {table} AS r
