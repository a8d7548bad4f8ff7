"""Results as tidy frames with readable column names."""
