"""Districts taken as a file has them: only texts that can be names of areas, since any text may stand in the column."""

from collections import Counter
from collections.abc import Sequence

import duckdb

from hcdata.common.config import Config
from hcdata.ingest.people.name_screen import names_met
from hcdata.ingest.sheet import Sheet
from hcdata.ingest.values.clean import UNMAPPED, area_id
from hcdata.ingest.values.lookup import listed

# A force has tens of districts, beats or divisions; a column of more different texts holds something else.
MOST = 200


def refuse(con: duckdb.DuckDBPyConnection, sheets: Sequence[Sheet], config: Config) -> None:
    """Take back the areas in `value_map` that may be people: names met in the same sheets, texts that few rows share.

    Areas of the configuration, the layout or an earlier load stay, however few their rows.
    """
    known = {"force", *(one.id for one in config.district)} | _declared(con)
    known |= {one.id for one in sheets[0].layout.declare_districts}
    taken = con.execute(
        "SELECT m.text, m.id, count(*) FROM text_row AS t"
        " JOIN value_map AS m ON m.field = 'district' AND m.text = t.district GROUP BY m.text, m.id"
    ).fetchall()
    new = {text: rows for text, area, rows in taken if area == area_id(text) and area not in known}
    rows_of: Counter[str] = Counter()
    for text, rows in new.items():
        rows_of[area_id(text)] += rows
    areas = listed(rows_of) if len(rows_of) <= MOST else set()
    people = {text for sheet in sheets for text in names_met(con, sheet, set(new), config.people.unknown_names)}
    refused = [text for text in new if area_id(text) not in areas or text in people]
    con.execute(
        "UPDATE value_map SET id = $unmapped WHERE field = 'district' AND list_contains($texts::VARCHAR[], text)",
        {"unmapped": UNMAPPED, "texts": refused},
    )


def _declared(con: duckdb.DuckDBPyConnection) -> set[str]:
    """Return the districts declared by earlier loads; none where there is no store."""
    if not con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'declared'").fetchone():
        return set()
    return {area for (area,) in con.execute("SELECT id FROM declared WHERE kind = 'district'").fetchall()}
