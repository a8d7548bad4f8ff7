"""Named SQL files: read once, split into statements, bound by name."""

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import duckdb


@cache
def read(file: Path) -> str:
    """Return the text of an SQL file."""
    return file.read_text(encoding="utf-8")


def statements(file: Path) -> list[str]:
    """Return the statements of a file that separates them by a semicolon at the end of a line."""
    return [part for part in re.split(r";\s*\n", read(file)) if re.sub(r"--.*", "", part).strip()]


def bind(sql: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters a statement names; a name it uses and nobody gives is a KeyError."""
    return {name: parameters[name] for name in dict.fromkeys(re.findall(r"\$([a-z_]+)", sql))}


@contextmanager
def as_written(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Join as a query is written, each right side looked up: DuckDB guesses the rows of a view of many joins badly."""
    con.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
    try:
        yield
    finally:
        with suppress(duckdb.TransactionException):  # a failed transaction takes nothing more; its own fault is told
            con.execute("RESET disabled_optimizers")
