"""Pure mathematics on series, counts and dates: no records, no pages, and no file but a table of its own."""
