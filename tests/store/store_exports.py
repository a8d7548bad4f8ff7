"""Small exports under our own column names, and what a store says about itself, for tests of the loader."""

import csv
import hashlib
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import duckdb

from hcdata.common import config as configuration
from hcdata.loading import run as loading
from hcdata.loading.receipt import Receipt
from hcdata.schema.tables import CRIME_FACT, VERSIONED
from hcdata.store import snapshot, upgrade

CRIME_HEADERS = [
    *(
        "crime_ref",
        "incident_ref",
        "recorded",
        "reported",
        "committed",
        "offence_code",
        "district",
        "strands",
        "channel",
    ),
    *("place_type", "address", "postcode", "outcome", "outcome_date", "status", "cancel_reason"),
    *("person_role", "person_type", "person_id", "surname", "forenames", "born", "sex"),
]
INCIDENT_HEADERS = [
    *("incident_ref", "recorded", "kind", "district", "strands", "threshold_met", "status"),
    *("victim_id", "victim_surname", "victim_born", "victim_sex"),
    *("subject_id", "subject_surname", "subject_forenames", "subject_born", "subject_sex"),
]
CONTACT_HEADERS = ["crime_ref", "contact", "rank", "contact_kind"]
# Written out as text anywhere, they would differ from the content a record is compared by.
SPELLINGS = ("raw_ref", "recorded_text")


def write(file: Path, headers: list[str], rows: Iterable[Mapping[str, str]], title: str = "") -> Path:
    """Write rows under headers, below an optional title row."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as out:
        if title:
            csv.writer(out).writerow([title])
        writer = csv.DictWriter(out, headers, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return file


def crime(ref: str, recorded: str = "05/01/2026 10:00", **cells: str) -> dict[str, str]:
    """One row of a crime export."""
    return {"crime_ref": ref, "recorded": recorded, "district": "Hunts", "strands": "Race"} | cells


def load(folder: Path, *files: Path, **options: Any) -> Receipt:
    """Load files in one go."""
    return loading.load(files, folder, configuration.load(), loading.Options(**options))


def state(folder: Path) -> dict[str, list[str]]:
    """Return the current content of every versioned table, without where it came from and how a reference was spelt."""
    served = snapshot.current(folder)
    assert served is not None
    found = {}
    with duckdb.connect() as con:
        upgrade.attach(con, served / snapshot.STORE)
        for table in VERSIONED:
            names = ", ".join(f'"{name}"' for name in table.names if name not in SPELLINGS)
            # Facts are drawn from records: which extract they were last worked out after is not part of them.
            seen = "" if table is CRIME_FACT else ", seen"
            rows = con.execute(f"SELECT {names}{seen} FROM base.{table.stored} WHERE to_load IS NULL").fetchall()
            found[table.name] = sorted(map(repr, rows))
    return found


def query(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    """Run one query on the served store file."""
    served = snapshot.current(folder)
    assert served is not None
    with duckdb.connect(str(served / snapshot.STORE), read_only=True) as con:
        return con.execute(sql).fetchall()


def digests(folder: Path) -> dict[str, str]:
    """Return the digest of every file under a folder but the lock."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != "lock"
    }


def copy(folder: Path, to: Path) -> Path:
    """Copy a store: a restored backup, or one to spoil."""
    return Path(shutil.copytree(folder, to))
