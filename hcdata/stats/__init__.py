"""Pure mathematics on series, counts and dates: no records, no files, no pages."""
