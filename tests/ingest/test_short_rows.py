"""Rows whose last empty cells a spreadsheet left off are complete; rows cut, moved or broken in two are not."""

from pathlib import Path

import duckdb
import pytest

from hcdata.common import config as configuration
from hcdata.ingest import raw, stages
from hcdata.ingest.files import text_file, text_scan
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.people import pseudonym
from hcdata.ingest.recognised import Recognised

HEADERS = "crime_ref,recorded,district,strands,offence_title,outcome,outcome_date,status"
PLACES = ("Fenland", "Hunts", "Peterborough", "City")
WHOLE = [f"35/{n}/26,{n:02d}/05/2026,{PLACES[n % 4]},Race,Common assault,,," for n in range(1, 17)]
SHORT = "35/{}/26,05/05/2026,Hunts,Race,Common assault"


def _rejected(folder: Path, lines: list[str], end: str = "\n", padding: str = "") -> list[int]:
    """Return which of the lines, below sixteen whole ones, are rejected for their cells; the first is 1."""
    file = folder / "crimes_2026-12-31.csv"
    whole = [row + padding for row in WHOLE]
    file.write_text("\n".join([HEADERS, *whole, *lines]) + end, encoding="utf-8", newline="")
    config = configuration.load()
    with duckdb.connect() as con:
        stages.prepare(con, config)
        source = Recognised(text_file.open_text(file, folder), layouts.read()["generic_crime"], 0)
        item = stages.read_raw(con, source, 0, None, folder)
        stages.judge(con, [item], config, pseudonym.derive(b"k" * 32))
        rows = con.execute("SELECT row_no FROM checked WHERE reason = 'wrong_cell_count' ORDER BY row_no").fetchall()
    return [row_no - len(WHOLE) - 1 for (row_no,) in rows]


@pytest.mark.parametrize(
    ("lines", "rejected"),
    [
        ([SHORT.format(91), SHORT.format(92)], []),
        ([SHORT.format(91) + ",", SHORT.format(92) + ",1", WHOLE[0]], []),
        (["35/91/26,05/05/2026,Hunts,Race", "35/92/26,05/05/2026", WHOLE[0]], []),
        (["35/91/26,05/05/2026,Hunts,Race,Robbery", "35/92/26,05/05/2026,Fenland,Disability", WHOLE[0]], []),
        ([SHORT.format(91)], []),
        ([WHOLE[0] + ",,,,", WHOLE[1] + ","], []),
        ([SHORT.format(91), WHOLE[0]], [1]),
        (["35/91/26,05/05/2026,Fenl", "35/92/26,06/05/2026,Hunts,Ra", WHOLE[0]], [1, 2]),
        (["35/91/26,05/05/2026,Race,Common assault,,", "35/92/26,06/05/2026,Race,Common assault,,"], [1, 2]),
        ([SHORT.format(91), SHORT.format(92), "35/93/26,06/05/2026,Hunts,Race,An assault on", "a bus,,,"], [3, 4]),
        ([",05/05/2026,Hunts,Race", "35/92/26,,Hunts,Race", "35/93/26,31/02/2026,Hunts,Race"], [1, 2, 3]),
        ([SHORT.format(91), SHORT.format(92), WHOLE[0] + ",,1"], [3]),
    ],
)
def test_short_rows_are_complete_where_nothing_says_otherwise(
    lines: list[str], rejected: list[int], tmp_path: Path
) -> None:
    assert _rejected(tmp_path, lines) == rejected


def test_the_last_row_of_a_file_cut_within_a_line_is_none(tmp_path: Path) -> None:
    lines = [SHORT.format(91), SHORT.format(92), "35/93/26,05/05/2026,Hunts"]
    assert _rejected(tmp_path, lines, end="") == [3]
    assert _rejected(tmp_path, lines) == []


def test_a_streamed_file_is_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_scan, "_SMALL", 0)
    monkeypatch.setattr(text_file, "LARGE", 0)
    streamed = []
    look_at = raw.look_at
    monkeypatch.setattr(raw, "look_at", lambda *given, **named: (streamed.append(1), look_at(*given, **named)))
    lines = [SHORT.format(91), SHORT.format(92), "35/93/26,05/05/2026,Fenl"]
    assert _rejected(tmp_path, lines) == [3] and streamed
