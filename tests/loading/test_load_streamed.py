"""A large file is streamed past the tables small ones are read into, and ends in the same store."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import duckdb
import pytest

from hcdata.common.errors import LoadError
from hcdata.ingest.files import text_file
from hcdata.loading import already_loaded
from hcdata.store import snapshot
from tests.store import store_exports

# Enough rows that the file is longer than the part its head is read from (hcdata/ingest/files/text_file.py).
CRIMES = 900


def _rows(numbers: Random, first: int = 1) -> list[dict[str, str]]:
    rows = []
    for number in range(first, first + CRIMES):
        cells = {
            "incident_ref": f"I-{number // 2}",
            "reported": numbers.choice(["05/01/2026 09:30", "31/02/2026", ""]),
            "committed": numbers.choice(["04/07/2025 23:30", "29/03/2026 01:30", "2025-07-04"]),
            "offence_code": numbers.choice(["8P", "008P", "105A", "?"]),
            "district": numbers.choice(["Hunts", "Fenland LPA", "Nowhere", " "]),
            "place_type": numbers.choice(["Street", "Online", "Dwelling", ""]),
            "address": numbers.choice(["1 High Street", "1 HIGH STREET ", "No fixed abode", ""]),
            "status": numbers.choice(["Open", "Cancelled"]),
        }
        for _ in range(numbers.choice([1, 1, 2, 4])):
            who = numbers.randrange(200)
            rows.append(
                store_exports.crime(numbers.choice([f"35/{number}/26", f"cri-35/{number:05d}/2026"]), **cells)
                | {
                    "strands": numbers.choice(["Race", "Race; Disability", "", "Unheard of"]),
                    "person_role": numbers.choice(["Victim", "Suspect", "Witness"]),
                    "person_type": numbers.choice(["Individual", "Business"]),
                    "person_id": f"P{who}" if who % 3 else "",
                    "surname": f"Teal{who}",
                    "born": "03/04/1980",
                    "sex": "F",
                }
            )
    bad = [{"crime_ref": "nonsense"}, {"crime_ref": "35/9/26"}, {}, {"recorded": "05/01/2026 10:00"}]
    return [*rows, *bad, {"crime_ref": "Total"}, {"crime_ref": "End of report"}]


def _write(file: Path, rows: list[dict[str, str]], day: str) -> Path:
    return store_exports.write(file, store_exports.CRIME_HEADERS, rows, f"Data to {day} 23:59")


def _tables(store: Path) -> dict[str, list[str]]:
    served = snapshot.current(store)
    assert served is not None
    found = {}
    for name in (snapshot.STORE, snapshot.PEOPLE):
        with duckdb.connect(str(served / name), read_only=True) as con:
            tables = [table for (table,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
            for table in tables:
                hidden = "EXCLUDE (loaded_at)" if table == "load" else ""
                found[table] = sorted(map(str, con.execute(f"SELECT * {hidden} FROM {table}").fetchall()))
    return found


@pytest.fixture
def stream_all(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def begin() -> None:
        for module in (text_file, already_loaded):
            monkeypatch.setattr(module, "LARGE", 0)

    return begin


def test_streamed_and_plain_loads_end_in_the_same_store(tmp_path: Path, stream_all: Callable[[], None]) -> None:
    numbers = Random(26)
    first = _write(tmp_path / "first.csv", _rows(numbers), "31/01/2026")
    second = _write(tmp_path / "second.csv", _rows(numbers, first=CRIMES // 2), "28/02/2026")
    receipts = []
    for name in ("plain", "streamed"):
        receipts.append([store_exports.load(tmp_path / name / "store", file) for file in (first, second)])
        stream_all()
    assert [receipt.to_json() for receipt in receipts[0]] == [receipt.to_json() for receipt in receipts[1]]
    assert receipts[1][0].files[0].rows_rejected > 0 and receipts[1][1].files[0].changed > 0
    plain, streamed = (_tables(tmp_path / name / "store") for name in ("plain", "streamed"))
    assert plain == streamed
    assert len(plain["crime_version"]) > CRIMES and len(plain["person"]) > 100 and plain["place"] and plain["fault"]


def test_streamed_rows_are_kept_with_their_numbers(tmp_path: Path, stream_all: Callable[[], None]) -> None:
    stream_all()
    file = _write(tmp_path / "first.csv", _rows(Random(3)), "31/01/2026")
    store_exports.load(tmp_path / "store", file)
    again = store_exports.load(tmp_path / "store", file, again=True)
    assert again.files[0].new == again.files[0].changed == 0 and again.files[0].unchanged == again.files[0].records


def test_a_large_file_loaded_before_is_not_read_again(
    tmp_path: Path, stream_all: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    stream_all()
    file = _write(tmp_path / "first.csv", _rows(Random(4)), "31/01/2026")
    store_exports.load(tmp_path / "store", file)

    def refuse(*_: object) -> None:
        raise AssertionError("read again")

    with monkeypatch.context() as patch:
        patch.setattr(text_file, "scan", refuse)
        assert store_exports.load(tmp_path / "store", file).already_loaded == ["first.csv"]
    _write(file, _rows(Random(5)), "31/01/2026")
    assert store_exports.load(tmp_path / "store", file).files


def test_a_second_table_in_another_order_is_refused_in_a_large_file_too(
    tmp_path: Path, stream_all: Callable[[], None]
) -> None:
    stream_all()
    file = _write(tmp_path / "first.csv", _rows(Random(6)), "31/01/2026")
    below = _write(tmp_path / "second.csv", _rows(Random(7)), "31/01/2026").read_text(encoding="utf-8")
    turned = below.split("\n", 1)[1].replace("district,strands", "strands,district", 1)
    file.write_text(file.read_text(encoding="utf-8") + turned, encoding="utf-8")
    with pytest.raises(LoadError, match="a second table stands under the first"):
        store_exports.load(tmp_path / "store", file)
