"""Whether the people of an export can be told apart: where they cannot, nobody is ever a repeat."""

from collections.abc import Sequence

import duckdb

from hcdata.ingest.layouts.layout import PersonSource

NEEDED = "people need a system number, or surname, date of birth and sex"


def words(con: duckdb.DuckDBPyConnection, people: Sequence[PersonSource], files: int = 1) -> tuple[str, ...]:
    """Say of how many rows of person_count people are told apart, and which people of the layout never can be."""
    blind = [f"no {one.role}" if one.role else "nobody" for one in people if not one.tells_apart]
    said = [f"{who} is told apart by this layout: {NEEDED}" for who in blind]
    named, told_apart = con.execute("SELECT sum(named), sum(told_apart) FROM person_count").fetchall()[0]
    if named:
        share = f"told apart in {told_apart:,} of {named:,} rows that name one"
        few = "; the rest are in no count of repeats" if told_apart < named / 2 else ""
        together = f" ({files} files of this layout together)" if files > 1 else ""
        said.append(f"{share}{together}{few}")
    return tuple(dict.fromkeys(said))
