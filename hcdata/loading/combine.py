"""One record in two files of one load: what both say is kept, as with two rows of one file."""

from collections.abc import Sequence

import duckdb

from hcdata.common.sql import Sql, fill, join
from hcdata.common.sql import name as sql_name
from hcdata.ingest.sheet import Sheet
from hcdata.schema.columns import Column

# Columns that follow another: they are filled together with the one that says whether there is anything to fill.
_FOLLOWS = {
    "offence_group": "offence_code",
    "aggravated": "offence_code",
    "east_km": "located",
    "north_km": "located",
    "recorded_text": "recorded_on",
}
# Columns that are said of another: of an outcome the day, of a day the time. They stand with the value that is kept.
_SAID_OF = {"recorded_at": "recorded_on", "committed_at": "committed_on", "outcome_on": "outcome_code"}
# What two files that say otherwise of one record disagree on, as two rows of one file do.
_COMPARED = ("recorded_on", "offence_code", "kind", "district", "outcome_code")
# A value that is said: one of these stands for nothing.
_SAYS = """
    ({value} IS NOT NULL AND CAST({value} AS VARCHAR) NOT IN (
        'not_recorded', 'unmapped', 'unreadable', 'outside', 'zero', 'swapped', 'sign_flipped', 'other_units',
        'default_point'
    ))
"""
# The current record (c) and the one now read (r) of one reference, where an earlier file of the load said it too.
_SAID = "SELECT {key} FROM {records} WHERE list_contains($earlier, file_id)"
_SAID_BEFORE = """
    CREATE OR REPLACE TEMP TABLE said_before AS
    SELECT {key} FROM {records} WHERE file_id = $file_id AND {key} IN ({said})
"""
_BOTH = "c.{key} = r.{key} AND c.to_load IS NULL AND r.file_id = $file_id AND r.{key} IN (FROM said_before)"
_APART = "SELECT count(*) FROM {records} AS r, {stored} AS c WHERE {both} AND ({apart})"
_JOIN = "UPDATE {records} AS r SET {joined} FROM {stored} AS c WHERE {both}"
# Columns whose values are joined by a rule of their own.
_JOINED = {
    "subjects": "CASE WHEN c.threshold_met AND r.threshold_met THEN {lists} ELSE [] END",
    "strands": "stated({lists})",
    "cancelled": "c.cancelled OR r.cancelled",
    "threshold_met": "c.threshold_met AND r.threshold_met",
    "other_victims": "greatest(c.other_victims, r.other_victims)",
}
_LISTS = "list_sort(list_distinct(list_concat(c.{name}, r.{name})))"
_WITH_WHAT_IT_IS_OF = """
    CASE
        WHEN {differ} THEN c.{name}
        WHEN {says} THEN coalesce(c.{name}, r.{name})
        ELSE coalesce(r.{name}, c.{name})
    END
"""


def combine(con: duckdb.DuckDBPyConnection, item: Sheet, earlier: Sequence[Sheet]) -> int:
    """Join into a sheet's records what sheets of the same extract, merged before it in this load, said of the same one.

    Strands and people are joined; a blank is filled; where both say something the earlier file counts, as the first
    row does. Cancelled in one is cancelled; the threshold is met only when both say so. Return of how many records
    the two say something else.
    """
    table = item.feed.table
    if not item.feed.is_case or not earlier:
        return 0
    own, names = {"file_id": item.file_id}, {"records": item.records, "stored": table.stored, "key": table.key}
    said = (fill(_SAID, key=table.key, records=records) for records in dict.fromkeys(one.records for one in earlier))
    before = fill(_SAID_BEFORE, said=join(" UNION ALL ", said), **names)
    con.execute(before, own | {"earlier": [one.file_id for one in earlier]})
    # Most files say nothing of each other's records, and planning what joins them takes half a second.
    if con.execute("SELECT 1 FROM said_before LIMIT 1").fetchone() is None:
        return 0
    columns = [column for column in table.columns if column.name not in (table.key, "raw_ref")]
    joined = (fill("{column} = {value}", column=one.name, value=_joined(one)) for one in columns)
    apart = (_differ(name) for name in _COMPARED if name in table.names)
    both = fill(_BOTH, key=table.key)
    (disagreeing,) = con.execute(fill(_APART, apart=join(" OR ", apart), both=both, **names), own).fetchone() or (0,)
    con.execute(fill(_JOIN, joined=join(", ", joined), both=both, **names), own)
    return int(disagreeing)


def _differ(name: str) -> Sql:
    parts = {"here": _says("c", name), "there": _says("r", name), "name": name}
    return fill("({here} AND {there} AND c.{name} <> r.{name})", **parts)


def _says(which: str, name: str) -> Sql:
    return fill(_SAYS, value=sql_name(which, name))


def _joined(column: Column) -> Sql:
    name = column.name
    lists = fill(_LISTS, name=name)
    if rule := _JOINED.get(name):
        return fill(rule, lists=lists)
    if column.type.endswith("[]"):
        return lists
    if about := _SAID_OF.get(name):
        return fill(_WITH_WHAT_IT_IS_OF, differ=_differ(about), says=_says("c", about), name=name)
    leads = _says("c", _FOLLOWS.get(name, name))
    return fill("CASE WHEN {leads} THEN c.{name} ELSE r.{name} END", leads=leads, name=name)
