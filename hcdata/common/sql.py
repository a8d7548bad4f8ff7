"""Named SQL files: read once, split into statements, bound by name; and the one way to compose a statement."""

import re
from collections.abc import Iterable, Iterator, Mapping
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
    return split(read(file))


def split(sql: str) -> list[str]:
    """Return the statements of a text that separates them by a semicolon at the end of a line."""
    return [part for part in re.split(r";\s*\n", sql) if re.sub(r"--.*", "", part).strip()]


def defines(file: Path, text: str) -> bool:
    """Say whether a file defines a macro that a text names."""
    return any(f"{macro}(" in text for macro in re.findall(r"CREATE MACRO (\w+)\(", read(file)))


def bind(sql: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters a statement names; a name it uses and nobody gives is a KeyError."""
    return {name: parameters[name] for name in dict.fromkeys(re.findall(r"\$([a-z_]+)", sql))}


class Sql(str):
    """SQL whose every name and text is quoted: what `fill`, `name` and `literal` return, and `fill` takes as it is."""


def name(*parts: str) -> Sql:
    """Return a name quoted, with what it is a name in before it: `name("base", "crime")` is "base"."crime"."""
    return Sql(".".join('"' + part.replace('"', '""') + '"' for part in parts))


def literal(text: str) -> Sql:
    """Return a text quoted, for statements that take no parameter: a path to attach, the definition of a view."""
    return Sql("'" + text.replace("'", "''") + "'")


def fill(sql: str, /, **parts: str) -> Sql:
    """Return a statement with its places `{part}` filled: what is SQL as it is, any other text as a quoted name.

    A place nobody fills is a KeyError.
    """
    return Sql(re.sub(r"\{([a-z_]+)\}", lambda place: _quoted(parts[place[1]]), sql))


def join(between: str, parts: Iterable[str]) -> Sql:
    """Return several parts as one, each as `fill` puts it in: names after a comma, conditions after AND."""
    return Sql(between.join(map(_quoted, parts)))


def named(expressions: Mapping[str, str]) -> Sql:
    """Return expressions, each under its name, as a SELECT lists them: {"n": "count(*)"} is count(*) AS "n"."""
    return join(", ", (fill("{text} AS {name}", text=Sql(text), name=name) for name, text in expressions.items()))


def _quoted(part: str) -> str:
    return part if isinstance(part, Sql) else name(part)


@contextmanager
def as_written(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Join as a query is written, each right side looked up: DuckDB guesses the rows of a view of many joins badly."""
    con.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
    try:
        yield
    finally:
        with suppress(duckdb.TransactionException):  # a failed transaction takes nothing more; its own fault is told
            con.execute("RESET disabled_optimizers")
