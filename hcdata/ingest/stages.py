"""Recognised grids through the stages: raw, text, value map, typed, checked, people, records."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from hcdata.common.config import Config, Reference
from hcdata.common.sql import fill, join, literal, named
from hcdata.ingest import raw, records_above, second_table, short_rows, texts
from hcdata.ingest.define import define, define_macros, drop, query, run
from hcdata.ingest.judged import Judged, Records
from hcdata.ingest.people import people
from hcdata.ingest.people.pseudonym import Key
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.sheet import Sheet
from hcdata.ingest.values import (
    areas,
    coordinates,
    date_columns,
    dates,
    day_order,
    maps,
    ranks,
    row_parts,
    two_kinds,
    unread_dates,
    value_targets,
)
from hcdata.ingest.values.clean import NOT_STATED, UNSAID

# Places where the hours of the night-time economy count as such: not homes, schools or workplaces.
_NIGHT_PLACES = ["public_place", "transport", "retail", "night_time", "not_recorded", "other"]
# A reference has a digit; a name in its column has none.
_ANY_REFERENCE = Reference(pattern=r".*\d.*", to=r"\0")
# What the stages leave behind until the next batch.
_STAGES = (
    *("text_row", "crime_parsed", "typed", "checked", "person_row", "person_fault", "person_count", "identity"),
    *("refused_person", "gathered", "company", "record", "strand_set", "setting_map"),
    *("place_map", "place_written", "shared_place", "common_incident"),
)


def prepare(con: duckdb.DuckDBPyConnection, config: Config) -> None:
    """Make the macros and the small tables of config that the stages join."""
    con.execute(fill("SET TimeZone = {zone}", zone=literal(config.force.timezone)))
    define_macros(con)
    run(con, "nothing_known", {})
    first: dict[str, str] = {}
    for group in config.offence_group:
        for code in group.codes:
            first.setdefault(code, group.name)
    con.execute(
        "CREATE TEMP TABLE offence_group AS SELECT unnest($codes) AS code, unnest($names) AS name",
        {"codes": list(first), "names": list(first.values())},
    )
    run(con, "clock", {"zone": config.force.timezone})


def read_raw(
    con: duckdb.DuckDBPyConnection,
    source: Recognised,
    number: int,
    extract_date: date | None,
    folder: Path | None = None,
) -> Sheet:
    """Read the rows of a grid as text, a large one into a file in `folder`, and find the time its data run to."""
    name = f"raw_{number}"
    file = raw.stream(con, source, name, folder) if folder and not source.layout.rows else None
    if file:
        raw.look_at(con, source, name, file)
    else:
        source.grid.into(con, name, source.header, len(source.headers))
    if source.grid.counts_from_1904:
        date_columns.count_from_1900(con, source, name)
    second_table.refuse(con, source, name)
    source.grid.confirm()
    days = tuple(day_order.decide(con, source, name))
    source = replace(source, days=days, unusual=date_columns.find_unusual(con, source, name))
    source = replace(source, counted=date_columns.find_counted(con, source, name))
    end = dates.data_to(con, source, name, texts.of_fields(source), extract_date)
    unread = unread_dates.words(con, source, name, dates.formats(source.layout))
    kinds = two_kinds.words(con, source, name)
    return Sheet(source, name, end.at, streamed=file, doubt=end.doubt, unread=unread, kinds=kinds)


def end_together(sheets: Sequence[Sheet], extract_date: date | None) -> list[Sheet]:
    """Let the sheets of one workbook run to the same time, the latest, where they do not say one: they are one extract.

    Counts run to their own last month.
    """
    latest: dict[tuple[str, str], datetime] = {}
    for sheet in sheets:
        workbook = sheet.source.grid.sha256, sheet.layout.feed
        latest[workbook] = max(sheet.as_of, latest.get(workbook, sheet.as_of))
    return [
        sheet
        if sheet.feed.is_counts or dates.stated(sheet.source, extract_date) is not None
        else replace(sheet, as_of=latest[sheet.source.grid.sha256, sheet.layout.feed])
        for sheet in sheets
    ]


def judge(con: duckdb.DuckDBPyConnection, sheets: Sequence[Sheet], config: Config, key: Key) -> Judged:
    """Type and check every row of sheets of one shape, and tell the people they name apart.

    Planning these statements takes longer than running them on a month's rows, so they run once for all the sheets,
    which then share the table `raw` of the first.
    """
    layout, feed = sheets[0].layout, sheets[0].feed
    value_targets.refuse(config, layout)
    given = _parameters(sheets[0], config, key)
    sheets = [_complete(con, one, given) for one in sheets]
    clear(con)
    sheets = row_parts.separate(con, _gather(con, sheets), config)
    sheet = sheets[0]
    found = texts.of_fields(sheet.source)
    cells = {field: found.get(field, "CAST(NULL AS VARCHAR)") for field in feed.fields}
    if feed.is_counts:
        cells["cells"] = texts.of_months(sheet.source)
    # File, sheet and row number: the same file loaded again names its rows the same way.
    own_ref = (
        "'ROW-' || left(sha256(digest), 16) || '-' || row_no"
        if layout.no_reference == "row"
        else "CAST(NULL AS VARCHAR)"
    )
    faults, kind = texts.of_time_faults(sheet.source), texts.of_kind(sheet.source)
    define(
        con,
        "VIEW" if sheet.lazy and not coordinates.wanted(layout) else "TABLE",
        "text_row",
        fill(
            "SELECT file_id, as_of, row_no, ragged, footer, total, {cells} FROM {raw} JOIN extract USING (file_id)",
            cells=named({"row_ref": own_ref, **cells, "time_faults": faults, "row_kind": kind}),
            raw=sheet.raw,
        ),
        {"blanks": texts.blanks(layout)},
    )
    coordinates.to_grid(con, layout, config.places.box)
    maps.make(con, {"text_row": [*feed.fields, *(["row_kind"] if layout.rows else [])]}, config, layout)
    if layout.districts_as_found:
        areas.refuse(con, sheets, config)
    for name in ("strands", "settings", *(["place", "common_incident"] if feed.rows == "gathered" else [])):
        run(con, name, given)
    if feed.rows == "gathered":
        parsed = fill(query("crime_parsed"), moments=named(texts.of_moments(feed.fields, found)))
        define(con, "VIEW" if sheet.lazy else "TABLE", "crime_parsed", parsed, given)
        define(con, "VIEW", "typed", query("crime_typed"), given)
        define(con, "TABLE" if sheet.lazy else "VIEW", "checked", query("crime_checked"), {})
    else:
        define(con, "TABLE", "typed", query(f"{feed.name}_typed"), given)
        define(con, "VIEW", "checked", "SELECT * FROM typed", {})
    people.add(con, sheet.source, sheet.raw, config, given)
    return Judged(tuple(sheets))


def claim(sheet: Sheet, folder: Path) -> Sheet:
    """Move the rows of a streamed sheet to the folder and name they are kept under, where they are kept as they are."""
    if sheet.streamed is None:
        return sheet
    return replace(sheet, streamed=raw.claim(sheet.streamed, sheet.source, folder / f"{sheet.file_id:06d}.parquet"))


def make_records(con: duckdb.DuckDBPyConnection, judged: Judged, wait: bool = False) -> Records:
    """Make one record for each file and reference of judged sheets.

    When they can `wait`, they are a view: its rows are worked out when they are asked for.
    """
    sheet = judged.first
    if sheet.feed.rows == "gathered":
        run(con, "crime_gathered", {})
        define(con, "TABLE", "strand_set", query("strand_set"), {})
        if sheet.streamed:  # only first rows are looked at again
            raw.look_at(con, sheet.source, sheet.raw, sheet.streamed, sheet.file_id, only="gathered")
        define(con, "VIEW" if wait else "TABLE", "record", query("crime_record"), {})
        return Records(judged, counted="gathered")
    if sheet.feed.rows == "joined":
        define(con, "TABLE", "record", query(f"{sheet.feed.name}_record"), {})
    else:
        sql = fill(query("first_record"), content=join(", ", sheet.feed.table.names), key=sheet.feed.table.key)
        define(con, "TABLE", "record", sql, {})
    return Records(judged)


def clear(con: duckdb.DuckDBPyConnection, *names: str) -> None:
    """Remove what the stages left behind, and the tables named."""
    drop(con, *_STAGES, *names)


def _complete(con: duckdb.DuckDBPyConnection, sheet: Sheet, given: Mapping[str, Any]) -> Sheet:
    records_above.refuse(sheet.source, given["pattern"])
    if sheet.streamed:  # it may have been moved since it was read
        raw.look_at(con, sheet.source, sheet.raw, sheet.streamed)
    return replace(sheet, source=short_rows.complete(con, sheet.source, sheet.raw, given, sheet.streamed is not None))


def _gather(con: duckdb.DuckDBPyConnection, sheets: Sequence[Sheet]) -> list[Sheet]:
    first = sheets[0]
    if first.streamed:
        raw.look_at(con, first.source, first.raw, first.streamed, first.file_id)
    else:
        raw.gather(con, [(sheet.raw, sheet.file_id) for sheet in sheets], len(first.source.headers))
    con.execute(
        "CREATE OR REPLACE TEMP TABLE extract AS"
        " SELECT unnest($file_ids) AS file_id, unnest($times) AS as_of, unnest($digests) AS digest",
        {
            "file_ids": [sheet.file_id for sheet in sheets],
            "times": [sheet.as_of for sheet in sheets],
            "digests": [f"{sheet.source.grid.sha256}{sheet.source.grid.sheet or ''}" for sheet in sheets],
        },
    )
    return [replace(sheet, raw=first.raw) for sheet in sheets]


def _parameters(sheet: Sheet, config: Config, key: Key) -> dict[str, Any]:
    layout = sheet.layout
    crime = config.reference
    own = layout.reference or (_ANY_REFERENCE if layout.feed == "incident" else crime)
    return {
        "date_formats": dates.formats(layout),
        "zone": config.force.timezone,
        "pattern": own.pattern,
        "form": own.to,
        "linked_pattern": crime.pattern,
        "linked_form": crime.to,
        "box": list(config.places.box),
        "default_points": [f"{east:.0f} {north:.0f}" for east, north in config.places.default_points],
        "default_words": [word.casefold() for word in config.places.default_words],
        "night_places": _NIGHT_PLACES,
        "aggravated": [
            {"codes": list(entry.codes), "valid_from": entry.valid_from, "valid_to": entry.valid_to or date.max}
            for entry in config.aggravated
        ],
        "unknown_names": [name.upper() for name in config.people.unknown_names],
        "blank_names": [word.upper() for word in layout.blanks],
        "common_rows": config.people.common_rows,
        "common_share": config.people.common_share,
        "unsaid": sorted({*UNSAID, *(name.lower() for name in config.people.unknown_names)}),
        "supervisors": list(ranks.at_least(config.people.supervisor_from)),
        "outcome_codes": list(config.outcome),
        "no_strand": [NOT_STATED] if layout.all_hate else [],
        "rows": layout.rows is not None,
        "series": layout.name,
        "title": layout.title,
        "measure": layout.measure,
        "labels": list(layout.fields),
        "months": list(sheet.source.months.values()),
        "inner_block": key.inner,
        "outer_block": key.outer,
    }
