"""Two loads of one store beside each other: which records are new, and which fields of which records differ."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from hcdata.common.sql import Sql, fill, join, literal, name, read
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
_NULL = Sql("CAST(NULL AS VARCHAR)")
# What a field that differs says, and how values are written.
_ENTRY = "{'field': {field}, 'before': {before}, 'after': {after}, 'differs': {differs}}"
_LISTED = "nullif(array_to_string({value}, ', '), '')"
_TEXTS = {"TIMESTAMP": "strftime(CAST(timezone('UTC', {value}) AS TIMESTAMP), '%Y-%m-%d %H:%M:%S')"}


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
    shown_of = _list("b.{name}, b.{name} AS {before}, ", shown)
    return fill(read(SQL / "withdrawn_between.sql"), version=_version(table), key=table.key, shown_of=shown_of)


def _version(table: Table) -> Sql:
    return name("base", table.stored)


def _list(form: str, shown: tuple[str, ...]) -> Sql:
    return join("", (fill(form, name=one, before=_BEFORE[one]) for one in shown))


def _within(changes: str) -> Sql:
    return fill(read(SQL / "changes_within.sql"), changes=Sql(changes))


def _write(table: Table, shown: tuple[str, ...]) -> str:
    fields = [column for column in table.columns if column.name not in (table.key, *_SPELLINGS)]
    told = _TOLD.get(table.name)
    return fill(
        read(SQL / "changes.sql"),
        version=name(told) if told else _version(table),
        key=table.key,
        shown=_list("{name}, {before}, ", shown),
        shown_of=_list("a.{name}, b.{name} AS {before}, ", shown),
        nothing=fill(_ENTRY, field=_NULL, before=_NULL, after=_NULL, differs=Sql("true")),
        fields=join(", ", map(_compare, fields)),
    )


def _compare(column: Column) -> Sql:
    before, after = (_NULL, _NULL) if column.personal else (_text("b", column), _text("a", column))
    differs = fill("b.{name} IS DISTINCT FROM a.{name}", name=column.name)
    return fill(_ENTRY, field=literal(column.name), before=before, after=after, differs=differs)


def _text(side: str, column: Column) -> Sql:
    form = _LISTED if column.type.endswith("[]") else _TEXTS.get(column.type, "CAST({value} AS VARCHAR)")
    return fill(form, value=name(side, column.name))
