"""The documents say what the program does: up to date, and every command, measure and reason is described."""

import re
from pathlib import Path

import pytest

from hcdata.cli import COMMANDS, documents
from hcdata.measures import registry
from hcdata.schema.reject_reasons import REASONS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
WALKS = ARCHITECTURE.split("\n**")[1:]


@pytest.mark.parametrize("name", documents.DOCUMENTS)
def test_a_generated_document_is_up_to_date(name):
    written = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert written == documents.DOCUMENTS[name](), "run `python -m hcdata.cli.documents`"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command):
    assert re.search(rf"^\| `{command}\b", README, re.MULTILINE)


def test_every_measure_and_reason_is_documented():
    measures = (ROOT / "docs" / "measures.md").read_text(encoding="utf-8")
    dictionary = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert [one for one in registry.all() if f"`{one}`" not in measures] == []
    assert [one for one in REASONS if f"`{one}`" not in dictionary] == []


def test_the_reasons_the_sql_gives_are_those_described():
    texts = [file.read_text(encoding="utf-8") for file in (ROOT / "hcdata" / "ingest" / "sql").glob("*.sql")]
    # What makes a column `reason`, from its CASE on, and the macro that judges a date.
    column = re.compile(r"\bCASE\b((?:(?!\bCASE\b).)*)END AS reason\b", re.DOTALL)
    macro = re.compile(r"MACRO date_reason\(.*?;", re.DOTALL)
    makers = [one for text in texts for one in (*column.findall(text), *macro.findall(text))]
    words = r"(?:(?:THEN|ELSE)\s+|\bdate_reason\([^)]*)'(\w+)'"
    given = {word for one in makers for word in re.findall(words, one)}
    assert len(makers) > 8
    assert given == REASONS.keys()


@pytest.mark.parametrize("file", [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md"], ids=lambda f: f.name)
def test_links_to_files_hold(file):
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)\)", file.read_text(encoding="utf-8")):
        assert (file.parent / target).exists(), target


def test_the_rooms_are_those_of_the_architecture():
    told = re.findall(r"^\| `(\w+)` \|", ARCHITECTURE, re.MULTILINE)
    assert sorted(told) == sorted(one.name for one in (ROOT / "hcdata").iterdir() if (one / "__init__.py").exists())


@pytest.mark.parametrize("walk", WALKS, ids=[walk.split("**")[0] for walk in WALKS])
def test_each_module_of_a_walk_is_imported_by_one_before_it(walk):
    modules = re.findall(r"^\d+\. `(hcdata[\w.]+)`", walk, re.MULTILINE)
    files = [(ROOT / one.replace(".", "/")).with_suffix(".py") for one in modules]
    files = [file if file.exists() else file.with_suffix("") / "__init__.py" for file in files]
    assert len(modules) > 4
    for place, module in enumerate(modules[1:], start=1):
        package, _, name = module.rpartition(".")
        ways = rf"from {re.escape(module)} import|from {re.escape(package)} import[^\n(]*\b{name}\b"
        ways += rf"|from {re.escape(package)} import \([^)]*\b{name}\b"
        assert any(re.search(ways, file.read_text(encoding="utf-8")) for file in files[:place]), module


def test_every_file_of_ours_that_is_named_is_there():
    named = [*(ROOT / "docs").glob("*.md"), ROOT / "README.md", ROOT / "Makefile", *(ROOT / "hcdata").rglob("*.sql")]
    for file in named:
        for path in re.findall(
            r"\b(?:hcdata|tests|bench|pages)/[\w/.-]+\.(?:py|sql|toml|csv)\b", file.read_text("utf-8")
        ):
            assert (ROOT / path).exists(), (file, path)
