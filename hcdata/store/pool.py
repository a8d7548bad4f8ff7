"""One record in two files of one load: what both say is kept, as with two rows of one file."""

import duckdb

from hcdata.schema import CRIME, INCIDENT, Column, Table

# Columns that follow another: they are filled together with the one that says whether there is anything to fill.
_FOLLOWS = {
    "offence_group": "offence_code",
    "aggravated": "offence_code",
    "east_km": "located",
    "north_km": "located",
    "recorded_text": "recorded_on",
}
# Values that stand for nothing said.
_BLANK = "('not_recorded', 'unmapped', 'unreadable', 'outside')"


def pool(con: duckdb.DuckDBPyConnection, table: Table, records: str, file_id: int, load: int) -> None:
    """Join into a file's records (table `records`) what an earlier file of this load said of the same one.

    Strands and people are joined; a blank is filled; where both say something the earlier file counts, as the first
    row does. Cancelled in one is cancelled; the threshold is met only when both say so.
    """
    if table not in (CRIME, INCIDENT):
        return
    columns = [column for column in table.columns if column.name not in (table.key, "raw_ref")]
    body = ", ".join(f"{column.name} = {_joined(column)}" for column in columns)
    con.execute(
        f"UPDATE {records} AS r SET {body} FROM {table.stored} AS c WHERE c.{table.key} = r.{table.key}"
        " AND c.to_load IS NULL AND c.from_load = $load AND r.file_id = $file_id",
        {"load": load, "file_id": file_id},
    )


def _joined(column: Column) -> str:
    name = column.name
    if name == "subjects":
        return f"CASE WHEN c.threshold_met AND r.threshold_met THEN {_lists(name)} ELSE [] END"
    if column.type.endswith("[]"):
        return _lists(name)
    if name == "cancelled":
        return "c.cancelled OR r.cancelled"
    if name == "threshold_met":
        return "c.threshold_met AND r.threshold_met"
    if name == "other_victims":
        return "greatest(c.other_victims, r.other_victims)"
    leads = _FOLLOWS.get(name, name)
    return f"CASE WHEN c.{leads} IS NULL OR CAST(c.{leads} AS VARCHAR) IN {_BLANK} THEN r.{name} ELSE c.{name} END"


def _lists(name: str) -> str:
    return f"list_sort(list_distinct(list_concat(c.{name}, r.{name})))"
