"""The files whose raw rows a snapshot keeps, and their rows under the file's own name."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import duckdb

from hcdata.common.sql import read
from hcdata.ingest.kept_rows import Kept
from hcdata.store import snapshot
from hcdata.store.upgrade import upgrade

SQL = Path(__file__).parent / "sql"


class KeptFile(NamedTuple):
    """One file or sheet as it was read last, the load it first came with, and its rows of a wrong number of cells."""

    file_id: int
    file: str
    sheet: str | None
    sha256: str
    layout: str
    layout_digest: str | None
    feed: str
    load: int
    as_of: datetime
    is_full: bool
    header_row: int
    ragged: list[int] | None


def list_files(place: Path) -> list[KeptFile]:
    """Return the files of the snapshot being built, in the order they first came; none of one that has no store yet."""
    if not (place / snapshot.STORE).exists():
        return []
    with duckdb.connect(str(place / snapshot.STORE)) as con:
        upgrade(con)
        return [KeptFile(*row) for row in con.execute(read(SQL / "kept.sql")).fetchall()]


def open_rows(place: Path, one: KeptFile, headers: list[str], whole: bool) -> Kept:
    """Return the rows kept of a file, linked under its own name into the work folder of the snapshot being built.

    `whole` is whether no column may be lacking.
    """
    named = place / "work" / "kept" / str(one.file_id) / Path(one.file).name
    named.parent.mkdir(parents=True)
    snapshot.link(place / snapshot.RAW / f"{one.file_id:06d}.parquet", named)
    head: list[list[str]] = [[] for _ in range(one.header_row - 1)]
    ragged = tuple(one.ragged or ())
    return Kept(named, one.sheet, one.sha256, [*head, headers], one.as_of, one.is_full, one.load, ragged, whole)
