"""Break each rule of bench/mutants.toml in turn and see its nearest tests fail: `python -m bench.mutants [NAME ...]`.

The tree is copied first, and only the copy is broken. Ends with 1 when a rule was broken and no test failed, when the
tests fail with nothing broken, or when the text a rule is known by is not in its file exactly once.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import click

ROOT = Path(__file__).resolve().parents[1]
RULES = Path(__file__).with_name("mutants.toml")
# pytest's exit codes: all passed, some failed. Anything else is no verdict.
PASSED, FAILED = 0, 1


@dataclass(frozen=True)
class Mutant:
    """One rule, where it stands, what it is broken into, and the tests that are to notice."""

    rule: str
    file: str
    text: str
    broken: str
    tests: tuple[str, ...]


def read_mutants(file: Path = RULES) -> list[Mutant]:
    """Return the rules of a list; KeyError or TypeError for an entry that is not whole."""
    entries = tomllib.loads(file.read_text(encoding="utf-8"))["mutant"]
    return [Mutant(**(entry | {"tests": tuple(entry["tests"])})) for entry in entries]


def copy_tree(place: Path) -> None:
    """Copy what is in the repository, and give the copy the reference data beside it, where there are any."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, place / name)
    if (ROOT.parent / "shared").is_dir():
        (place.parent / "shared").symlink_to(ROOT.parent / "shared")


def try_mutants(place: Path, mutants: Sequence[Mutant]) -> Iterator[tuple[Mutant, str, float]]:
    """Break one rule after the other in the copied tree; yield it, what came of it and the seconds it took."""
    for mutant in mutants:
        file, started = place / mutant.file, monotonic()
        whole = file.read_text(encoding="utf-8")
        if whole.count(mutant.text) != 1:
            yield mutant, f"its text stands {whole.count(mutant.text)} times in {mutant.file}", 0.0
            continue
        file.write_text(whole.replace(mutant.text, mutant.broken), encoding="utf-8")
        try:
            code = run_tests(place, mutant.tests)
        finally:
            file.write_text(whole, encoding="utf-8")
        told = {FAILED: "caught", PASSED: "NOT caught"}.get(code, f"no verdict (pytest ended with {code})")
        yield mutant, told, monotonic() - started


def run_tests(place: Path, tests: Sequence[str]) -> int:
    """Run tests in the copied tree up to the first failure; return pytest's exit code."""
    words = ["-q", "-x", "-p", "no:cacheprovider", *tests]
    surroundings = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "HCDATA_TEST_SEED": "1"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", *words], cwd=place, env=surroundings, capture_output=True, check=False
    ).returncode


@click.command()
@click.argument("names", nargs=-1)
@click.option("--whole/--no-whole", default=True, help="Run the tests with nothing broken first.")
def main(names: tuple[str, ...], whole: bool) -> None:
    """Break the rules whose name holds one of NAMES (all by default) and print a line for each."""
    mutants = [one for one in read_mutants() if not names or any(name in one.rule for name in names)]
    with TemporaryDirectory() as folder:
        place = Path(folder) / "tree"
        copy_tree(place)
        if whole and run_tests(place, sorted({test for one in mutants for test in one.tests})) != PASSED:
            raise click.ClickException("the tests fail with nothing broken: nothing can be told from them")
        missed = 0
        for mutant, told, seconds in try_mutants(place, mutants):
            click.echo(f"{told:12} {seconds:5.0f} s  {mutant.rule}")
            missed += told != "caught"
    click.echo(f"{len(mutants)} rules broken, {len(mutants) - missed} caught.")
    sys.exit(missed > 0)


if __name__ == "__main__":
    main()
