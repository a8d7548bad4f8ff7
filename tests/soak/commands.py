"""Commands that change a store, each in a process of its own that waits for its start; and a store with a past."""

import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from hcdata.cli import main
from hcdata.common import config as configuration
from hcdata.common.config import ROOT
from hcdata.loading import aliases
from hcdata.loading.reapply import reapply
from hcdata.store import query, register, snapshot
from tests.store import store_exports

# Everything a command imports is there before it says so: what is killed then is work, and not Python starting.
WARM = (
    "import pandas, pydantic, hcdata.cli, hcdata.store.inspection, hcdata.loading.run, hcdata.loading.reapply\n"
    "print('ready', flush=True)\n"
    "input()\n"
    "hcdata.cli.main()\n"
)
FIGURES = (
    "SELECT (SELECT list(row(district, n) ORDER BY district) FROM"
    " (SELECT district, count(*) AS n FROM hate_crime GROUP BY district)),"
    " (SELECT count(*) FROM crime), (SELECT count(*) FROM incident), (SELECT max(load) FROM load)"
)
UNKNOWN = ("Area 51", "Sector 7", "Ward 12", "Quarter 9")


def month(folder: Path, number: int, dice: random.Random) -> list[Path]:
    """Write one month's crimes, incidents and contacts: new ones, corrected ones, values nobody mapped, bad rows."""
    day = f"20{26 + number // 12}-{1 + number % 12:02d}-28"
    first = number * 40
    crimes = [
        store_exports.crime(
            f"35/{ref}/26",
            district=dice.choice(["Fenland", "Hunts", *UNKNOWN]),
            strands=dice.choice(["Race", "Faith", "Race; Faith"]),
            outcome=dice.choice(["", "16", "1"]),
            place_type=dice.choice(["", "Dwelling"]),
        )
        for ref in range(max(first - 30, 1), first + 40)
    ]
    crimes += [store_exports.crime(""), store_exports.crime(f"35/{first}/26", recorded="40/01/2026 10:00")]
    incidents = [
        {"incident_ref": f"I-{ref}", "recorded": "06/01/2026 10:00", "kind": "NCHI"} for ref in range(first, first + 20)
    ]
    contacts = [
        {"crime_ref": f"35/{ref}/26", "contact": "07/01/2026 10:00", "rank": "PS"} for ref in range(1, first + 30)
    ]
    return [
        store_exports.write(folder / f"crime_{day}.csv", store_exports.CRIME_HEADERS, crimes),
        store_exports.write(folder / f"incident_{day}.csv", store_exports.INCIDENT_HEADERS, incidents),
        store_exports.write(folder / f"contact_{day}.csv", store_exports.CONTACT_HEADERS, contacts),
    ]


def past(folder: Path, dice: random.Random) -> Path:
    """Make a store that has loads, corrections, an alias, rows read again and earlier snapshots behind it."""
    store = folder / "store"
    for number in range(3):
        store_exports.load(store, *month(folder / "exports", number, dice))
    aliases.add(store, configuration.load(), "district", UNKNOWN[0], "fenland", "analyst")
    reapply(store, configuration.load())
    return store


def start(store: Path, arguments: Sequence[object], kept: int | None = None) -> subprocess.Popen[str]:
    """Start a command that will wait for its release; `kept` snapshots stay behind the served one."""
    surroundings = dict(os.environ)
    if kept is not None:
        text = (ROOT / "config.toml").read_text(encoding="utf-8")
        own = store.parent / f"config_{kept}.toml"
        own.write_text(re.sub(r"snapshots_kept = \d+", f"snapshots_kept = {kept}", text), encoding="utf-8")
        surroundings["HCDATA_CONFIG"] = str(own)
    return subprocess.Popen(
        [sys.executable, "-c", WARM, *map(str, arguments), "--store", str(store)],
        cwd=ROOT,
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait(process: subprocess.Popen[str]) -> None:
    """Return when a command waits for its release."""
    assert process.stdout is not None and process.stdout.readline() == "ready\n"


def release(process: subprocess.Popen[str]) -> None:
    """Let a waiting command begin."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def run_here(store: Path, arguments: Sequence[object]) -> tuple[int, str]:
    """Run a command in this process, where that is enough; return its exit code and what it said on stderr."""
    done = CliRunner().invoke(main, [*map(str, arguments), "--store", str(store)])
    return done.exit_code, done.stderr


def run(store: Path, arguments: Sequence[object]) -> tuple[int, str]:
    """Run a command undisturbed in a process of its own; return its exit code and what it said on stderr."""
    process = start(store, arguments)
    said = process.communicate("\n")[1]
    return process.returncode, said


def figures(store: Path) -> tuple[Any, ...]:
    """Return the figures a store answers with, as plain text."""
    with query.open(store) as opened:
        return opened.snapshot, repr(opened.tuples(FIGURES))


def held(store: Path) -> dict[str, Any]:
    """Return what a store holds: snapshot, records in force, books, loads and the register, but for times of day."""
    served = snapshot.current(store)
    assert served is not None
    books = (
        "SELECT file, load, rows_read, rows_accepted, rows_rejected, records_new, records_changed"
        " FROM load_file ORDER BY ALL"
    )
    return {
        "snapshot": served.name,
        "figures": figures(store),
        "records": store_exports.state(store),
        "books": store_exports.query(store, books),
        "register": [(one.number, one.kind, repr(one.about)) for one in register.history(store)],
    }


def copy(store: Path, to: Path) -> Path:
    """Copy a store in place of what is there."""
    shutil.rmtree(to, ignore_errors=True)
    return store_exports.copy(store, to)
