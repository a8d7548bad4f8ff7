"""A very large crime extract made of a smaller one: the same rows again under other references and persons."""

import csv
import shutil
from pathlib import Path

import duckdb

from hcdata.demo.clock import LAST_DAY
from hcdata.demo.crime_file import HEADER, footer, titles

SQL = Path(__file__).parent / "multiply.sql"


def multiply(small: Path, large: Path, times: int) -> None:
    """Write `large` with the data rows of `small` so many times over, under the same titles and header."""
    body = large.with_suffix(".body")
    above = [*titles(LAST_DAY), HEADER]
    with duckdb.connect() as con:
        con.execute("SET preserve_insertion_order = false")
        target = str(body).replace("'", "''")
        con.execute(
            f"COPY ({SQL.read_text(encoding='utf-8')}) TO '{target}' (FORMAT csv, HEADER false)",
            {
                "file": str(small),
                "skip": len(above),
                "columns": dict.fromkeys(HEADER, "VARCHAR"),
                "times": times,
            },
        )
    with large.open("w", encoding="ascii", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(above)
        out.flush()
        with body.open("rb") as rows:
            shutil.copyfileobj(rows, out.buffer, 1 << 24)
        csv.writer(out, lineterminator="\n").writerow(footer().cells)
    body.unlink()
