"""Hate crime governance: exports in, the Performance Update out."""

__version__ = "0.1.0"
