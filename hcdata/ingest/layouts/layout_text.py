"""A layout written as TOML: what was corrected from lists is kept as a file like any other."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from hcdata.ingest.layouts.layout import Layout


def write(layout: Layout, comment: str) -> str:
    """Return the layout as TOML under a comment of one line; what stands at its default is left out."""
    values = layout.model_dump(exclude_defaults=True, exclude_none=True)
    values["values"] = {field: told for field, told in layout.values.items() if told}
    return "\n".join([f"# {one_line(comment)}", *_table(values, ())]) + "\n"


def one_line(text: str) -> str:
    """Return a text that cannot leave the comment it stands in: a file's name may hold a line break."""
    return "".join(mark if mark.isprintable() else " " for mark in text)


def quote(text: str) -> str:
    """Return a TOML string of one line."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _table(values: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    tables = {key: value for key, value in values.items() if isinstance(value, dict) and not _inline(path)}
    lists = {key: value for key, value in values.items() if _is_tables(value)}
    for key, value in values.items():
        if key not in tables and key not in lists:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in tables.items():
        if any(not isinstance(one, dict) or _inline((*path, key)) for one in value.values()):
            yield ""
            yield f"[{'.'.join(map(_key, (*path, key)))}]"
        yield from _table(value, (*path, key))
    for key, entries in lists.items():
        for entry in entries:
            yield ""
            yield f"[[{'.'.join(map(_key, (*path, key)))}]]"
            yield from _table(entry, (*path, key))


def _inline(path: tuple[str, ...]) -> bool:
    """Whether tables below this one stand on the line of their key: a date and its time of day."""
    return path == ("fields",)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list | tuple) and bool(value) and isinstance(value[0], dict)


def _key(key: str) -> str:
    return key if key.replace("_", "").isalnum() and key.isascii() else quote(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{_key(key)} = {_value(one)}' for key, one in value.items())} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return quote(str(value))
