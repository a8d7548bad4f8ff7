"""A grid whose rows are held in memory: a sheet of a workbook, or the records of a JSON file under their keys."""

from dataclasses import dataclass, field

import duckdb

from hcdata.ingest.files.grid import SPACE, Grid, make_table


@dataclass
class HeldGrid(Grid):
    """One sheet, or one file of records; the rows are numbered as a spreadsheet shows them, keys standing as row 1."""

    rows: list[list[str]] = field(default_factory=list, repr=False)
    since_1904: bool = False

    @property
    def counts_from_1904(self) -> bool:
        """Whether its workbook counts days from 1904."""
        return self.since_1904

    def into(self, con: duckdb.DuckDBPyConnection, table: str, header: int, width: int) -> None:
        """Write the rows below the header as text."""
        below = enumerate(self.rows[header + 1 :], start=header + 2)
        numbered = [(number, row) for number, row in below if any(cell.strip(SPACE) for cell in row)]
        make_table(con, table, width, numbered)
