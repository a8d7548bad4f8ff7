"""`python -m bench.replay keep FILE` writes what the program says; `compare BEFORE AFTER` lists what it says otherwise.

Asked for are receipts, every measure, every page and every cell of the workbook, from the command line and the pages
alone, so that the code behind them may be moved: of two demonstrations as at each load, of three crimes, of three
incidents, and of the reference files where they lie beside the checkout. Times of the clock and folders are left out.
"""

import csv
import difflib
import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from click.testing import CliRunner
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from hcdata.cli import main as program
from hcdata.ui import navigation

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT.parent / "shared" / "reference" / "incidents"
FILES = ("nypd_2024-09-29.csv", "toronto_2018-2023.csv", "austin_2017-2022.xlsx")
DEMONSTRATIONS = {"demonstration 1": 1, "demonstration 2": 2}
SIZE = ("--years", "2", "--scale", "0.2")
PARTS = ((), ("--by", "month"), ("--by", "district"), ("--by", "strand"), ("--by", "month", "--by", "district"))
PERIODS = ("12m", "quarter", "all")
# Columns of the hand-made files, and their days.
CRIME = ("crime_ref", "recorded", "district", "strands", "offence_code")
INCIDENT = ("incident_ref", "recorded", "kind", "district", "strands")
DAYS = ("05/08/2026 10:00", "20/09/2026 11:30", "31/10/2026 23:00")
# Asked as at each load: the whole, and all that there is by month and district.
BRIEFLY = (("--period", "12m"), ("--period", "all", "--by", "month", "--by", "district"))

Said = Iterator[tuple[str, str]]


def say_everything(folder: Path) -> Said:
    """Yield what is said, by what was asked."""
    os.environ["HCDATA_KEY_FILE"] = str(folder / "key")
    (folder / "key").write_text("5a" * 32, encoding="ascii")
    for name, exports in _write_exports(folder):
        store = folder / f"store of {name}"
        for number, export in enumerate(exports, start=1):
            yield f"{name}: receipt {number}", _run("load", export, "--store", store)
        yield f"{name}: status", _run("status", "--store", store, "--json")
        loads = [str(number) for number in range(1, len(exports) + 1)]
        for load in loads:
            yield from (
                (f"{name} as at {load}: {asked}", said) for asked, said in _say_measures(store, load, load == loads[-1])
            )
        yield from ((f"{name}: {asked}", said) for asked, said in _say_pages(store, loads))
        for load in loads[-1:] + loads[:-1][:1]:
            yield from ((f"{name} as at {load}: workbook {cell}", said) for cell, said in _say_workbook(store, load))


def _write_exports(folder: Path) -> Iterator[tuple[str, list[Path]]]:
    """Yield each store's name with its exports, in the order they are loaded."""
    for name, seed in DEMONSTRATIONS.items():
        place = folder / name
        _run("demo", place, "--seed", str(seed), *SIZE)
        yield name, sorted(one for one in place.iterdir() if one.is_dir())
    crimes = [(f"35/{n}/26", day, "Fenland", "Race", "9A") for n, day in enumerate(DAYS, start=1)]
    yield "three crimes", [_write_rows(folder / "crimes.csv", CRIME, crimes)]
    kind = "Non-crime hate incident"
    incidents = [(f"HI-{n}-2026", day, kind, "Fenland", "Race") for n, day in enumerate(DAYS, start=1)]
    yield "three incidents", [_write_rows(folder / "incidents.csv", INCIDENT, incidents)]
    yield from ((file, [REFERENCE / file]) for file in FILES if (REFERENCE / file).exists())


def _write_rows(file: Path, headers: tuple[str, ...], rows: list[tuple[str, ...]]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([headers, *rows])
    return file


def _say_measures(store: Path, load: str, newest: bool) -> Said:
    fully = [("--period", period, *parts) for period in PERIODS for parts in PARTS]
    for file in sorted((ROOT / "hcdata" / "measures").rglob("*.sql")):
        if file.read_text(encoding="utf-8").startswith("/* ---"):
            for parts in fully if newest else BRIEFLY:
                asked = ("measure", file.stem, *parts, "--as-at", load)
                yield " ".join(asked), _run(*asked, "--store", store, "--format", "csv")


def _say_pages(store: Path, loads: list[str]) -> Said:
    os.environ["HCDATA_STORE"] = str(store)
    for path in navigation.places():
        for address in ({}, {"period": "quarter"}, {"as_at": loads[0]}):
            page = AppTest.from_file(str(ROOT / "app.py"), default_timeout=600)
            for name, value in address.items():
                page.query_params[name] = value
            page._page_hash = calc_hash(path)  # the client switches by script, and several pages share one
            yield f"page /{path} {address}", "\n".join(_list_texts(page.run()))


def _list_texts(page: AppTest) -> Iterator[str]:
    """Yield everything a page sends to the browser, in the order shown."""
    waiting = [page._tree]
    while waiting:
        node = waiting.pop()
        if hasattr(node, "children"):
            waiting += reversed(list(node.children.values()))
            continue
        yield str(node.proto)
        if node.type == "dataframe":
            yield str(node.value.to_csv())


def _say_workbook(store: Path, load: str) -> Said:
    file = store.parent / f"{store.name} {load}.xlsx"
    yield "written", _run("export", "workbook", file, "--store", store, "--as-at", load)
    for sheet in load_workbook(file).worksheets:
        for row in sheet.iter_rows():
            yield from ((f"{sheet.title}!{cell.coordinate}", str(cell.value)) for cell in row if cell.value is not None)


def _run(*words: object) -> str:
    done = CliRunner().invoke(program, [str(word) for word in words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return f"{done.stdout}{done.stderr}exit {done.exit_code}"


@click.group()
def main() -> None:
    """Keep what the program says, and compare."""


@main.command()
@click.argument("to", type=click.Path(path_type=Path))
def keep(to: Path) -> None:
    """Write what the program says, by what was asked."""
    with TemporaryDirectory() as place:
        found = {asked: _leave_out(said, place) for asked, said in say_everything(Path(place))}
    to.write_text(json.dumps(found, indent=0, ensure_ascii=False), encoding="utf-8")
    click.echo(f"{len(found):,} answers kept in {to}", err=True)


def _leave_out(said: str, folder: str) -> str:
    """Leave out the folder of the run, times of this day, and the number a file to take away has for one visit."""
    said = re.sub(r'deferred_file_id: "\w+"', "", said)
    today = datetime.now(UTC)
    days = f"({today:%Y-%m-%d}[T ]|{today.day} {today:%b %Y}(,? at |,? ))"
    return re.sub(rf"{days}\d\d:\d\d(:\d\d(\.\d+)?)?", "(now)", said.replace(folder, "(folder)"))


@main.command()
@click.argument("before", type=click.Path(exists=True, path_type=Path))
@click.argument("after", type=click.Path(exists=True, path_type=Path))
def compare(before: Path, after: Path) -> None:
    """List what is said otherwise; exit 1 where anything is."""
    was, now = (json.loads(one.read_text(encoding="utf-8")) for one in (before, after))
    moved = [asked for asked in {**was, **now} if was.get(asked) != now.get(asked)]
    for asked in moved:
        click.echo(f"== {asked}")
        lines = (said.get(asked, "").splitlines() for said in (was, now))
        click.echo("\n".join(list(difflib.unified_diff(*lines, lineterm="", n=0))[2:]))
    click.echo(f"{len(moved):,} of {len({**was, **now}):,} answers differ", err=True)
    sys.exit(bool(moved))


if __name__ == "__main__":
    main()
