"""Looked-up fields: each distinct written value is cleaned once, and the answers are joined back to the rows."""

import re
from collections.abc import Callable, Iterable
from typing import Literal

import duckdb

from hcdata.config import Config
from hcdata.ingest import clean
from hcdata.ingest.layout import Layout, StrandSource

# Between the cells of several strand columns joined into one text (ASCII unit separator).
JOIN = "\x1f"


def cleaners(config: Config, layout: Layout) -> dict[str, Callable[[str], str | None]]:
    """Return, for each looked-up field, the function from a written value to its id (None: not recorded)."""
    districts = clean.index(config.district)
    outcome_titles = {clean.normalise(title): code for code, (title, _) in config.outcome.items()}
    actions = clean.index(config.key_action) | {str(action.number): action.id for action in config.key_action}
    known: dict[str, Callable[[str], str | None]] = {
        "district": clean.area_id if layout.districts_as_found else lambda text: clean.look_up(text, districts),
        "district_or_force": lambda text: clean.look_up(
            text, districts | {"force": "force", "all": "force", "force-wide": "force"}
        ),
        "channel": _by_index(clean.index(config.channel)),
        "place_type": _by_index(clean.index(config.setting)),
        "kind": _by_index(clean.index(config.record_kind)),
        "offence_code": clean.offence_code,
        "outcome": lambda text: clean.outcome_code(text, outcome_titles),
        "online": clean.yes_no,
        "supervisor_named": clean.yes_no,
        "threshold_met": clean.yes_no,
        "support_offered": clean.yes_no,
        "support_accepted": clean.yes_no,
        "vps_offered": clean.yes_no,
        "vps_taken": clean.yes_no,
        "status": clean.says_cancelled,
        "cancel_reason": clean.cancel_reason,
        "contact_kind": clean.contact_kind,
        "action_status": clean.action_status,
        "key_action": lambda text: clean.key_action(text, actions),
        "person_role": clean.role,
        "person_type": clean.is_individual,
    }
    if layout.feed == "event":
        del known["kind"]
    return {field: _first(_normalised(layout.values.get(field, {})), function) for field, function in known.items()}


def _by_index(known: dict[str, str]) -> Callable[[str], str | None]:
    return lambda text: clean.look_up(text, known)


def _normalised(values: dict[str, str]) -> dict[str, str]:
    return {clean.normalise(text): target for text, target in values.items()}


def _first(own: dict[str, str], otherwise: Callable[[str], str | None]) -> Callable[[str], str | None]:
    return lambda text: own[word] if (word := clean.normalise(text)) in own else otherwise(text)


def strands_of(joined: str, sources: Iterable[StrandSource], known: dict[str, str]) -> tuple[list[str], bool]:
    """Return the strands of a row's strand cells, sorted, and whether any marker was not known."""
    cells = dict(cell.split(":", 1) for cell in joined.split(JOIN))
    found: set[str] = set()
    for number, source in enumerate(sources):
        text = cells.get(str(number))
        if text is not None:
            found.update(_strands_of_cell(text, source, known))
    return sorted(found - {clean.UNMAPPED}), clean.UNMAPPED in found


def _strands_of_cell(text: str, source: StrandSource, known: dict[str, str]) -> set[str]:
    own = _normalised(source.values)
    parts = [text] if clean.normalise(text) in own else re.split(source.split, text)
    found = set()
    for part in filter(None, map(clean.normalise, parts)):
        if part in own:
            found.add(own[part])
        elif part not in source.no:
            found.add(source.otherwise or clean.strand(part, known))
    return found


def make(
    con: duckdb.DuckDBPyConnection,
    text_tables: dict[str, list[str]],
    config: Config,
    layout: Layout,
    name: Literal["value_map", "person_map"] = "value_map",
) -> None:
    """Make `name(field, text, id, unknown)` for the fields of the text tables; one row for each distinct value met."""
    con.execute(f"CREATE OR REPLACE TEMP TABLE {name} (field VARCHAR, text VARCHAR, id VARCHAR, unknown BOOLEAN)")
    known = cleaners(config, layout)
    strand_index = clean.index(config.strand) | {clean.normalise(s.id): s.id for s in layout.declare_strands}
    rows: list[tuple[str, str, str | None, bool]] = []
    for table, fields in text_tables.items():
        wanted = [field for field in fields if field in known or field == "strands"]
        lists = ", ".join(f"list(DISTINCT {field}) FILTER (WHERE {field} IS NOT NULL)" for field in wanted)
        for field, texts in zip(wanted, con.execute(f"SELECT {lists} FROM {table}").fetchall()[0], strict=True):
            for text in texts or ():
                if field == "strands":
                    ids, unknown = strands_of(text, layout.strands, strand_index)
                    rows.append((field, text, ",".join(ids), unknown))
                else:
                    rows.append((field, text, known[field](text), False))
    if rows:
        con.execute(
            f"INSERT INTO {name} SELECT unnest($field), unnest($text), unnest($id), unnest($unknown)",
            dict(zip(("field", "text", "id", "unknown"), map(list, zip(*rows, strict=True)), strict=True)),
        )
