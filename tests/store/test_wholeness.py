"""A store whose files are missing, cut or damaged is said in words: by check, by every command and on the page."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from hcdata.cli import main
from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.views import answers
from tests.store import store_exports

POINTER, MANIFEST = "current", "snapshots/000001/manifest.json"
PEOPLE, STORE, RAW = (f"snapshots/000001/{name}" for name in ("people.duckdb", "store.duckdb", "raw/000001.parquet"))


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def put(content: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(content)


def spoil(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[:20] + bytes(200) + whole[220:])


def make_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


# Which file, what happened to it, and what is said.
SEEN_BY_CHECK = (
    *((PEOPLE, one, said) for one, said in ((Path.unlink, "missing"), (cut, "cut short"), (put(b""), "cut short"))),
    (PEOPLE, put(b"\x00" * 5000), "cut short or damaged"),
    (PEOPLE, put(b"no database"), "cut short or damaged"),
    *((RAW, one, said) for one, said in ((Path.unlink, "missing"), (cut, "cut short"), (put(b""), "cut short"))),
    (RAW, put(b"PAR1"), "cut short or damaged"),
    ("snapshots/000001/raw", shutil.rmtree, "1 of 1 files of rows are missing"),
    (STORE, cut, "cut short or damaged"),
    (STORE, spoil, "cut short or damaged"),
)
SAID_EVERYWHERE = (
    *(
        (POINTER, put(content), "names no snapshot")
        for content in (b"", b"\n", b"\xff\xfe0\x00", b"../000001", b"\x00")
    ),
    *((POINTER, put(content), "names no snapshot") for content in (b"000001\n000002", b"latest", b"0" * 5000)),
    (POINTER, make_folder, "names no snapshot"),
    (POINTER, Path.unlink, "it is missing, and snapshots are there"),
    (POINTER, put(b"000099"), "a snapshot that is not there"),
    (MANIFEST, Path.unlink, "a snapshot that is not there"),
    *((MANIFEST, put(content), "manifest.json is damaged") for content in (b"", b"{", b"[]", b"null", b"7", b'"x"')),
    *(
        (MANIFEST, put(content), "manifest.json is damaged")
        for content in (b"\xff\xfe", b'{"format": "2"}', b"\x00" * 99)
    ),
    (MANIFEST, cut, "manifest.json is damaged"),
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("whole")
    rows = [store_exports.crime("35/1/26", surname="Teal-Lamp", person_id="P1"), store_exports.crime("35/2/26")]
    store_exports.load(
        place / "store", store_exports.write(place / "c_2026-01-31.csv", store_exports.CRIME_HEADERS, rows)
    )
    return place / "store"


def run(command: str, store: Path) -> str:
    """What a command says of a store it cannot use; it ends with 3."""
    found = CliRunner().invoke(main, [*command.split(), "--store", str(store)])
    assert found.exit_code == 3, (command, found.output)
    assert "fault: " not in found.output and "Teal-Lamp" not in found.output
    return found.output


def recorded(served: answers.Answers) -> int:
    return int(served.figures(Filters(), LOCAL, "recorded_hate_crimes", ())["n"].iloc[0])


def test_a_whole_store_is_in_order(whole: Path) -> None:
    assert CliRunner().invoke(main, ["check", "--store", str(whole)]).exit_code == 0


def test_check_sees_what_is_missing_or_cut(whole: Path, tmp_path: Path) -> None:
    for number, (name, happen, said) in enumerate(SEEN_BY_CHECK):
        store = store_exports.copy(whole, tmp_path / str(number))
        happen(store / name)
        assert said in run("check", store), (name, said)


def test_a_damaged_pointer_or_manifest_is_said_by_every_command(whole: Path, tmp_path: Path) -> None:
    more = store_exports.write(
        tmp_path / "m_2026-02-28.csv", store_exports.CRIME_HEADERS, [store_exports.crime("35/3/26")]
    )
    for number, (name, happen, said) in enumerate(SAID_EVERYWHERE):
        store = store_exports.copy(whole, tmp_path / str(number))
        happen(store / name)
        for command in ("check", "status", "measure recorded_hate_crimes", f"load {more}", "reapply"):
            assert said in run(command, store), (name, said, command)


def test_a_store_put_back_under_a_running_server_is_noticed(whole: Path, tmp_path: Path) -> None:
    store = store_exports.copy(whole, tmp_path / "store")
    before = answers.at(store)
    assert before and before == answers.at(store)
    other = tmp_path / "other"
    rows = [store_exports.crime(f"35/{n}/26") for n in range(10, 15)]
    store_exports.load(other, store_exports.write(tmp_path / "o_2026-01-31.csv", store_exports.CRIME_HEADERS, rows))
    assert recorded(before) == 2
    shutil.rmtree(store / "snapshots")
    shutil.copytree(other / "snapshots", store / "snapshots")
    after = answers.at(store)
    assert after and after.snapshot == before.snapshot and after != before
    assert recorded(after) == 5
