"""No command pays for what it does not use: what is imported by the list of commands, a load, a status and a check."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hcdata import cli
from tests.store import store_exports

# Each costs a tenth of a second or more.
HEAVY = {"pandas", "scipy", "duckdb", "plotly", "streamlit", "openpyxl", "numpy", "pydantic", "pyarrow"}
OF_LARGE_FILES = {"numpy", "pyarrow", "pyproj"}
OF_PAGES = {"scipy", "plotly", "streamlit", "openpyxl", "pandas"}
SCRIPT = """
import sys
from hcdata.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    assert not end.code, end.code
print(*sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def imported(*words: str) -> set[str]:
    """Run one command in a process of its own; return the top names of what it imported."""
    done = subprocess.run([sys.executable, "-c", SCRIPT, *words], env=os.environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def test_the_list_of_commands_imports_nothing_heavy() -> None:
    assert imported("--help") & HEAVY == set()


def test_a_load_and_what_looks_at_a_store_import_nothing_that_only_pages_need(tmp_path: Path) -> None:
    rows = [store_exports.crime("99/1/26"), store_exports.crime("99/2/26")]
    file = store_exports.write(tmp_path / "crime.csv", store_exports.CRIME_HEADERS, rows)
    store = str(tmp_path / "store")
    loaded = imported("load", str(file), "--store", store, "--extract-date", "2026-10-31")
    assert loaded & (OF_PAGES | OF_LARGE_FILES) == set()
    for command in ("status", "check", "rejects"):
        assert imported(command, "--store", store) & OF_PAGES == set(), command


def test_a_measure_does_not_import_what_draws(tmp_path: Path) -> None:
    assert imported("measure", "--help") & {"plotly", "streamlit", "openpyxl"} == set()


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_the_list_says_of_a_command_what_the_command_says(name: str) -> None:
    command = cli.Commands().get_command(None, name)
    assert command is not None and command.help == cli.COMMANDS[name][1]


def test_the_list_is_sorted_and_an_unknown_command_is_none() -> None:
    assert list(cli.COMMANDS) == sorted(cli.COMMANDS)
    assert cli.Commands().get_command(None, "lode") is None
