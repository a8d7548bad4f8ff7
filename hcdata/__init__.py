"""Hate crime governance: exports in, the Performance Update out."""

import os

__version__ = "0.1.0"

# Whatever the program writes (stores, locks, the register, workbooks, private copies) is its own account's alone.
os.umask(0o077)
