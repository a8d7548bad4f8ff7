"""A frame as comma-separated text that a spreadsheet can open without running anything in it."""

from typing import Any

import pandas as pd


def write(frame: pd.DataFrame) -> str:
    """Return a frame as CSV: header, then rows, without a last line feed."""
    return frame.map(_disarm).to_csv(index=False, lineterminator="\n").rstrip("\n")


def _disarm(value: Any) -> Any:
    """Keep a spreadsheet from reading text of a record as a formula (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
