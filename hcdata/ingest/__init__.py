"""Exports to accepted and rejected rows: discover, read, map, clean, check."""
