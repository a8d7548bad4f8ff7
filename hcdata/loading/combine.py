"""One record in two files of one load: what both say is kept, as with two rows of one file."""

from collections.abc import Sequence

import duckdb

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
# Values that stand for nothing said.
_BLANK = (
    "('not_recorded', 'unmapped', 'unreadable', 'outside', 'zero', 'swapped', 'sign_flipped', 'other_units',"
    " 'default_point')"
)


def combine(con: duckdb.DuckDBPyConnection, item: Sheet, earlier: Sequence[Sheet]) -> int:
    """Join into a sheet's records what sheets of the same extract, merged before it in this load, said of the same one.

    Strands and people are joined; a blank is filled; where both say something the earlier file counts, as the first
    row does. Cancelled in one is cancelled; the threshold is met only when both say so. Return of how many records
    the two say something else.
    """
    table = item.feed.table
    if not item.feed.is_case or not earlier:
        return 0
    said = " UNION ALL ".join(
        f"SELECT {table.key} FROM {records} WHERE list_contains($earlier, file_id)"
        for records in dict.fromkeys(one.records for one in earlier)
    )
    own = {"file_id": item.file_id}
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE said_before AS"
        f" SELECT {table.key} FROM {item.records} WHERE file_id = $file_id AND {table.key} IN ({said})",
        own | {"earlier": [one.file_id for one in earlier]},
    )
    # Most files say nothing of each other's records, and planning what joins them takes half a second.
    if con.execute("SELECT 1 FROM said_before LIMIT 1").fetchone() is None:
        return 0
    columns = [column for column in table.columns if column.name not in (table.key, "raw_ref")]
    body = ", ".join(f"{column.name} = {_joined(column)}" for column in columns)
    both = (
        f"c.{table.key} = r.{table.key} AND c.to_load IS NULL AND r.file_id = $file_id"
        f" AND r.{table.key} IN (FROM said_before)"
    )
    apart = " OR ".join(_differ(name) for name in _COMPARED if name in table.names)
    (disagreeing,) = con.execute(
        f"SELECT count(*) FROM {item.records} AS r, {table.stored} AS c WHERE {both} AND ({apart})", own
    ).fetchone() or (0,)
    con.execute(f"UPDATE {item.records} AS r SET {body} FROM {table.stored} AS c WHERE {both}", own)
    return int(disagreeing)


def _differ(name: str) -> str:
    return f"({_says('c', name)} AND {_says('r', name)} AND c.{name} <> r.{name})"


def _says(which: str, name: str) -> str:
    return f"({which}.{name} IS NOT NULL AND CAST({which}.{name} AS VARCHAR) NOT IN {_BLANK})"


def _joined(column: Column) -> str:
    name = column.name
    if name == "subjects":
        return f"CASE WHEN c.threshold_met AND r.threshold_met THEN {_lists(name)} ELSE [] END"
    if name == "strands":
        return f"stated({_lists(name)})"
    if column.type.endswith("[]"):
        return _lists(name)
    if name == "cancelled":
        return "c.cancelled OR r.cancelled"
    if name == "threshold_met":
        return "c.threshold_met AND r.threshold_met"
    if name == "other_victims":
        return "greatest(c.other_victims, r.other_victims)"
    if about := _SAID_OF.get(name):
        return (
            f"CASE WHEN {_differ(about)} THEN c.{name} WHEN {_says('c', about)} THEN coalesce(c.{name}, r.{name})"
            f" ELSE coalesce(r.{name}, c.{name}) END"
        )
    leads = _FOLLOWS.get(name, name)
    return f"CASE WHEN {_says('c', leads)} THEN c.{name} ELSE r.{name} END"


def _lists(name: str) -> str:
    return f"list_sort(list_distinct(list_concat(c.{name}, r.{name})))"
