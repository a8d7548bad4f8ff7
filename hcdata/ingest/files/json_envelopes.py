"""Where the records of a JSON document stand: in envelopes of a service's own, which may say what their columns are."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

NOTHING = "it holds no list of records"
SEVERAL = "no list of records: it holds several, and nothing says which is meant"
NO_NAMES = "it holds rows of values, and nothing says what their columns are called"
# Envelopes lie in envelopes: {"d": {"results": [...]}}, {"hits": {"hits": [...]}}.
_MOST_LAYERS = 5
# What services say about the records beside them (ArcGIS, CKAN, Socrata, OData, Elasticsearch, JSON:API, Opendatasoft).
_ABOUT = {"fields", "columns", "schema", "links", "_links", "facets", "facet_groups", "errors", "warnings", "meta"}
_ABOUT |= {
    "fieldAliases",
    "included",
    "bbox",
    "aggregations",
    "spatialReference",
    "crs",
    "help",
    "parameters",
    "_shards",
    "index",
    "tags",
}
# The key under which a record's own values stand: ArcGIS and JSON:API, GeoJSON, Elasticsearch, Opendatasoft.
_INNER = ("attributes", "properties", "_source", "fields", "record")
# Names of a column in what is said about it, the one that keys go by first.
_NAMES = ("fieldName", "name", "field", "id", "label", "title")
# ArcGIS's own mark of a column of milliseconds (REST API, Field data types).
_ESRI_DATE = "esriFieldTypeDate"
_DEGREES = ("longitude", "latitude")


@dataclass(frozen=True)
class Table:
    """Keys in their order, the records, and the keys that are said to hold dates."""

    keys: list[str]
    records: list[dict[str, Any]]
    dates: set[str] = field(default_factory=set)


def table_in(document: Any) -> Table | str:
    """Return the table a document holds, or in words why it is none."""
    found, about = _list_in(document, _MOST_LAYERS)
    if found is None or isinstance(found, str):
        return found or NOTHING
    if found and all(isinstance(record, dict) for record in found):
        records = [_flat(record) for record in found] if _wrapped(found) else found
        keys = list(dict.fromkeys(chain.from_iterable(records)))
        return Table(keys, records, {name for name in keys if name in _dated(about)})
    if found and all(isinstance(row, list) for row in found):
        return _of_rows(found, about)
    return NOTHING


def _list_in(document: Any, layers: int) -> tuple[list[Any] | str | None, dict[str, Any]]:
    """Return the one list of records, or why there is none, and the envelope it stands in."""
    if isinstance(document, list):
        return document, {}
    if not isinstance(document, dict) or not layers:
        return None, {}
    lists = {key: value for key, value in document.items() if isinstance(value, list)}
    told = {key: value for key, value in lists.items() if key not in _ABOUT} or lists
    if len(told) == 1:
        return next(iter(told.values())), document
    if told:
        return SEVERAL, document
    inside = [value for key, value in document.items() if isinstance(value, dict) and key not in _ABOUT]
    deeper = [one for one in (_list_in(value, layers - 1) for value in inside) if one[0] is not None]
    if deeper:
        return (deeper[0][0], {**document, **deeper[0][1]}) if len(deeper) == 1 else (SEVERAL, document)
    return (None if inside else [document]), document


def _wrapped(records: list[dict[str, Any]]) -> str:
    """Return the key under which every record's values stand, where there is one."""
    return next((key for key in _INNER if all(isinstance(one.get(key), dict) for one in records)), "")


def _flat(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record's own values, its id where that stands outside, and the place of a point in degrees."""
    inner = dict(record[_wrapped([record])])
    if isinstance(record.get("id"), str):
        inner.setdefault("id", record["id"])
    geometry = record.get("geometry")
    if isinstance(geometry, dict) and geometry.get("type") == "Point" and isinstance(geometry.get("coordinates"), list):
        for name, value in zip(_DEGREES, geometry["coordinates"], strict=False):
            inner.setdefault(name, value)
    return inner


def _of_rows(rows: list[list[Any]], about: dict[str, Any]) -> Table | str:
    """Rows of values: under the columns the envelope names, else under a first row of texts."""
    names = _columns(about)
    if not names and all(isinstance(cell, str) and cell.strip() and not cell[0].isdecimal() for cell in rows[0]):
        names, rows = list(map(str, rows[0])), rows[1:]
    if not names or len(set(names)) != len(names) or any(len(row) != len(names) for row in rows):
        return NO_NAMES
    return Table(names, [dict(zip(names, row, strict=True)) for row in rows], {*names} & _dated(about))


def _columns(about: dict[str, Any]) -> list[str]:
    return [name for one in _said(about) if (name := one if isinstance(one, str) else _name(one))]


def _dated(about: dict[str, Any]) -> set[str]:
    return {_name(one) for one in _said(about) if isinstance(one, dict) and one.get("type") == _ESRI_DATE}


def _said(about: dict[str, Any]) -> Iterable[Any]:
    """What an envelope says of its columns: under 'fields' or 'columns', or in Socrata's 'meta'."""
    for inside in (about, about.get("meta"), (about.get("meta") or {}) if isinstance(about.get("meta"), dict) else {}):
        view = inside.get("view", inside) if isinstance(inside, dict) else {}
        for key in ("columns", "fields", "schema"):
            listed = view.get(key) if isinstance(view, dict) else None
            listed = listed.get("fields") if isinstance(listed, dict) else listed
            if isinstance(listed, list) and listed:
                return listed
    return []


def _name(one: Any) -> str:
    return next((one[key] for key in _NAMES if isinstance(one.get(key), str)), "") if isinstance(one, dict) else ""
