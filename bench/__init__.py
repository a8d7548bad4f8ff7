"""How fast exports are loaded, beside what bare DuckDB needs for the same files."""
