"""Layouts changed at random: refused with every fault named, or good enough to read a file without losing a row."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hcdata.common.errors import HcdataError
from hcdata.ingest.discover import find
from hcdata.ingest.layouts import layout as layouts
from tests.ingest import ingest_rows
from tests.soak.duration import ROUND, rounds
from tests.soak.test_fuzz import QUOTED, written

pytestmark = pytest.mark.slow
TEXTS = {file.stem: file.read_text(encoding="utf-8") for file in sorted(layouts.BUILT_IN.glob("*.toml"))}
# What a layout's value may have been changed to: another of its kind, another kind, a pattern that is none.
VALUES = [
    *('""', '"("', "'(\\d{4}'", "'(.*)'", "[]", "{}", "-1", "1e9", "true", "2026-05-05", '"\\u0000"', '["", ""]'),
    *('"crime"', '"incident"', '"contact"', '"event"', '"row"', '"reject"', '"mdy"', '"month"', '"record"'),
    *('"crime_ref"', '"recorded"', '"district"', '"not_recorded"', '"fenland"', '["recorded"]', '"no such column"'),
    *('{ date = "recorded", time = "time" }', '{ column = "strands" }', "'; DROP TABLE typed; --'", '"Ǆ"', '"."'),
]
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["value", "value", "value", "remove", "repeat", "insert"]),
        st.floats(0, 1, exclude_max=True),
        st.sampled_from(VALUES),
        st.sampled_from(["full_title", "synthetic", "no_reference", "version", "date_order", "role", "[fields]", "x"]),
    ),
    min_size=1,
    max_size=4,
)

# Of demo_service: the headers it is told by become one the file does not have.
NO_HEADER = [("value", 0.29, '["recorded"]', "x")]


def _change(text: str, changes: list[tuple[str, float, str, str]]) -> str:
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    for kind, share, value, name in changes:
        at = int(len(lines) * share)
        match kind:
            case "value" if "=" in lines[at]:
                lines[at] = f"{lines[at].split('=', 1)[0]}= {value}"
            case "remove" if len(lines) > 1:
                del lines[at]
            case "repeat":
                lines.insert(at, lines[at])
            case _:
                lines.insert(at, name if name.startswith("[") else f"{name} = {value}")
    return "\n".join(lines) + "\n"


def test_a_changed_layout_is_refused_or_reads_every_row() -> None:
    @ROUND
    @example(name="demo_service", changes=NO_HEADER, cells=[["35/1/26"] * 60])
    @example(name="demo_service", changes=NO_HEADER, cells=[["35/1/26"] * 60, ["0"] * 59 + ["1"], ["recorded"] * 60])
    @given(
        name=st.sampled_from(sorted(TEXTS)),
        changes=CHANGES,
        cells=st.lists(st.lists(QUOTED.filter(str.strip), min_size=60, max_size=60), min_size=1, max_size=4),
    )
    def one(name: str, changes: list[tuple[str, float, str, str]], cells: list[list[str]]) -> None:
        headers = sorted(layouts.read()[name].columns)
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            (folder / "work").mkdir()
            (folder / "layout.toml").write_text(_change(TEXTS[name], changes), encoding="utf-8")
            lines = [row[: len(headers)] for row in cells]
            file, data = written("csv", "any_2026-12-31", [headers, *lines])
            (folder / file).write_bytes(data)
            try:
                layout = layouts.read_file(folder / "layout.toml")
                found = find([folder / file], {layout.name: layout}, folder / "work", layout.name)
                if not found.grids:
                    assert "not read" in found.notes[0]
                    return
                (source,) = found.grids
                con = ingest_rows.put_through(source)
            except HcdataError as fault:
                assert fault.found
                return
            with con:
                # A layout told by what is no header may take a row of the file for one: what is above is a title.
                assert con.execute("SELECT count(*) FROM typed").fetchall() == [(len(lines) - source.header,)]

    for _ in rounds():
        one()
