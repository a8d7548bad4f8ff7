"""A surname in any column of any export is on no page, in no workbook and in nothing a command says."""

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from hcdata.cli import main
from hcdata.measures import registry
from hcdata.schema.issues import NOTES
from tests import planted
from tests.pages.conftest import Open, texts
from tests.pages.test_pages import PATHS

# The delivery plan and the list of events are written to be read at the meeting, and shown as written.
READ_OUT = {planted.coin("action", field).lower() for field in ("action_no", "title", "owner", "latest_update")} | {
    planted.coin("event", field).lower() for field in ("name", "note")
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of exports with a name planted in every column, whose receipt holds none of them."""
    folder = tmp_path_factory.mktemp("planted")
    (folder / "exports").mkdir()
    files = planted.write(folder / "exports")
    said = _run(folder / "store", "load", *files)
    assert len(files) > 60 and "rejected" in said and planted.found(said) == set()
    return folder / "store"


def _run(store: Path, *words: object) -> str:
    """Run a command and return everything it says."""
    result = CliRunner().invoke(main, [*map(str, words), "--store", str(store)])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("path", PATHS)
def test_no_page_shows_a_planted_name(path: str, store: Path, open_page: Open) -> None:
    page = open_page(store, path, period="all")
    assert not page.exception
    assert planted.found("\n".join(texts(page))) <= READ_OUT


@pytest.mark.parametrize("measure", ["non_crime_incidents", "note-no_offence_code", "supervisor_contact_24h"])
def test_no_list_of_cases_shows_a_planted_name(measure: str, store: Path, open_page: Open) -> None:
    page = open_page(store, "cases", period="all", measure=measure, state="all")
    assert planted.found("\n".join(texts(page))) == set()


def test_the_pages_show_what_is_written_to_be_read_so_that_the_scan_can_find(store: Path, open_page: Open) -> None:
    shown = [text for path in ("trends", "action-prevent") for text in texts(open_page(store, path, period="all"))]
    assert planted.found("\n".join(shown)) == READ_OUT


def test_no_workbook_holds_a_planted_name(store: Path, tmp_path: Path) -> None:
    _run(store, "export", "workbook", tmp_path / "out.xlsx", "--period", "all")
    with zipfile.ZipFile(tmp_path / "out.xlsx") as book:
        written = "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())
    assert planted.found(written) <= READ_OUT


@pytest.mark.parametrize(
    "words",
    ["status", "status --json", "check", "rejects", "rejects --json", "quality", "quality --json --period all"],
)
def test_no_command_says_a_planted_name(words: str, store: Path) -> None:
    said = _run(store, *words.split())
    assert said and planted.found(said) == set()


@pytest.mark.parametrize("form", ["json", "table"])
def test_no_measure_says_a_planted_name(form: str, store: Path) -> None:
    said = [_run(store, "measure", name, "--cases", "--format", form) for name in registry.all()]
    said += [_run(store, "measure", name, "--by", "district", "--format", form) for name in registry.all()]
    said += [_run(store, "quality", "--period", "all", "--note", note) for note in NOTES]
    assert planted.found("\n".join(said)) == set()


def test_what_changed_between_two_loads_says_no_planted_name(store: Path, tmp_path: Path) -> None:
    headers = list(planted.GOOD["crime"])
    first = planted.write_rows(tmp_path / "crime_2026-10-30.csv", "crime", headers, [{}] * len(headers))
    cells = [{header: planted.coin("crime", header)} for header in headers if header != "crime_ref"]
    second = planted.write_rows(tmp_path / "crime_2026-10-31.csv", "crime", headers, cells, start_of=first)
    for file in (first, second):
        _run(tmp_path / "store", "load", file)
    said = _run(tmp_path / "store", "changes") + _run(tmp_path / "store", "changes", "--json")
    said += _run(tmp_path / "store", "changes", "--json", "--measure", "recorded_hate_crimes")
    assert "offence_title" in said and "incident_ref" in said and planted.found(said) == set()
