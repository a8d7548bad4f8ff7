"""Two loads of one store beside each other: which records are new, and which fields of which records differ."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from hcdata.common.sql import read
from hcdata.schema.columns import Column, Table
from hcdata.store.query import Store

SQL = Path(__file__).parent / "sql"
# How a reference was spelt is no content of a record, as when versions are merged.
_SPELLINGS = ("raw_ref", "recorded_text")
# What changed records are chosen and shown by.
_SHOWN = ("recorded_on", "district", "strands")
_BEFORE = {"recorded_on": "recorded_before", "district": "district_before", "strands": "strands_before"}
# Where a table's versions are told with what other rows say of them (as_at.sql): the outcome of a crime.
_TOLD = {"crime": "crime_told"}
_NULL = "CAST(NULL AS VARCHAR)"


class Difference(NamedTuple):
    """One field of one record that differs between two loads, as text; None for the field of a record that is new.

    A personal field says that it differs, never how.
    """

    ref: str
    field: str | None
    before: str | None
    after: str | None


class Change(NamedTuple):
    """A difference with what the record is chosen and shown by."""

    ref: str
    recorded_on: date
    district: str
    strands: list[str]
    field: str | None
    before: str | None
    after: str | None


def list_differences(store: Store, table: Table, before: int, after: int, refs: Sequence[str]) -> list[Difference]:
    """Return what differs between two loads in the records of these keys."""
    bound = {"before": before, "after": after, "refs": list(refs)}
    return [Difference(*row) for row in store.tuples(_write(table, ()), bound)]


def list_gone(store: Store, table: Table, before: int, after: int, refs: Sequence[str]) -> list[str]:
    """Return which records of these keys were there at load `before` and are withdrawn since."""
    bound = {"before": before, "after": after, "refs": list(refs)}
    return [ref for ref, *_ in store.tuples(_write_withdrawn(table, ()), bound)]


def list_changes(store: Store, table: Table, before: int, after: int, within: Mapping[str, Any]) -> list[Change]:
    """Return what differs in crimes or incidents within the bounds start, end, districts, strands and scope."""
    bound = {"before": before, "after": after, "refs": None, **within}
    return [Change(*row) for row in store.tuples(_within(_write(table, _SHOWN)), bound)]


def list_withdrawn(store: Store, table: Table, before: int, after: int, within: Mapping[str, Any]) -> list[Change]:
    """Return crimes or incidents at load `before` whose rows were read again since, and give them no more."""
    text = _within(_write_withdrawn(table, _SHOWN))
    return [Change(*row) for row in store.tuples(text, {"before": before, "after": after, "refs": None, **within})]


def list_vanished(store: Store, before: int, after: int, within: Mapping[str, Any]) -> list[Change]:
    """Return crimes that a full extract between two loads lacks, and that no extract has shown since."""
    return _list_named(store, "vanished_between", before, after, within)


def list_returned(store: Store, before: int, after: int, within: Mapping[str, Any]) -> list[Change]:
    """Return crimes missing from a full extract as at load `before` that an extract has shown since."""
    return _list_named(store, "returned_between", before, after, within)


def list_outcomes_vanished(store: Store, before: int, after: int, within: Mapping[str, Any]) -> list[Change]:
    """Return crimes whose latest outcome row a full extract of outcomes between two loads lacks."""
    return _list_named(store, "outcomes_vanished_between", before, after, within)


def _list_named(store: Store, name: str, before: int, after: int, within: Mapping[str, Any]) -> list[Change]:
    text = _within(read(SQL / f"{name}.sql"))
    return [Change(*row) for row in store.tuples(text, {"before": before, "after": after, **within})]


def _write_withdrawn(table: Table, shown: tuple[str, ...]) -> str:
    names = {
        "version": f"base.{table.stored}",
        "key": table.key,
        "shown_of": "".join(f"b.{name}, b.{name} AS {_BEFORE[name]}, " for name in shown),
    }
    return _fill(read(SQL / "withdrawn_between.sql"), names)


def _fill(text: str, names: Mapping[str, str]) -> str:
    for place, name in names.items():
        text = text.replace(f"{{{place}}}", name)
    return text


def _within(changes: str) -> str:
    return read(SQL / "changes_within.sql").replace("{changes}", changes)


def _write(table: Table, shown: tuple[str, ...]) -> str:
    fields = [column for column in table.columns if column.name not in (table.key, *_SPELLINGS)]
    names = {
        "version": _TOLD.get(table.name, f"base.{table.stored}"),
        "key": table.key,
        "shown": "".join(f"{name}, {_BEFORE[name]}, " for name in shown),
        "shown_of": "".join(f"a.{name}, b.{name} AS {_BEFORE[name]}, " for name in shown),
        "nothing": _entry(_NULL, _NULL, _NULL, "true"),
        "fields": ", ".join(map(_compare, fields)),
    }
    return _fill(read(SQL / "changes.sql"), names)


def _compare(column: Column) -> str:
    before, after = (_NULL, _NULL) if column.personal else (_text("b", column), _text("a", column))
    return _entry(f"'{column.name}'", before, after, f"b.{column.name} IS DISTINCT FROM a.{column.name}")


def _entry(name: str, before: str, after: str, differs: str) -> str:
    return f"{{'field': {name}, 'before': {before}, 'after': {after}, 'differs': {differs}}}"


def _text(side: str, column: Column) -> str:
    name = f'{side}."{column.name}"'
    if column.type.endswith("[]"):
        return f"nullif(array_to_string({name}, ', '), '')"
    if column.type == "TIMESTAMP":
        return f"strftime(CAST(timezone('UTC', {name}) AS TIMESTAMP), '%Y-%m-%d %H:%M:%S')"
    return f"CAST({name} AS VARCHAR)"
