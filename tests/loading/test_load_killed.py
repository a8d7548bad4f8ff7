"""A load beside a running one, and one stopped at the moments that matter (at random ones: tests/soak)."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from hcdata.common import durable
from hcdata.store import inspection, lock, query
from tests.soak import commands
from tests.store import store_exports

pytestmark = pytest.mark.slow


def _figures(store: Path) -> dict[str, Any]:
    with query.open(store) as opened:
        return {
            "snapshot": opened.snapshot,
            "data_to": opened.data_to(),
            "hate": opened.tuples("SELECT district, count(*) FROM hate_crime GROUP BY district ORDER BY district"),
            "status": inspection.status(store).to_json(),
        }


@pytest.fixture(scope="module")
def months(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A month's crimes, incidents and contacts: some new, some corrected."""
    folder = tmp_path_factory.mktemp("month")
    crimes = [store_exports.crime(f"35/{number}/26", district="Fenland") for number in range(30, 90)]
    incidents = [
        {"incident_ref": f"I-{number}", "recorded": "06/01/2026 10:00", "kind": "NCHI"} for number in range(20)
    ]
    contacts = [
        {"crime_ref": f"35/{number}/26", "contact": "07/01/2026 10:00", "rank": "PS"} for number in range(1, 50)
    ]
    return [
        store_exports.write(folder / "crime_2026-02-28.csv", store_exports.CRIME_HEADERS, crimes),
        store_exports.write(folder / "incident_2026-02-28.csv", store_exports.INCIDENT_HEADERS, incidents),
        store_exports.write(folder / "contact_2026-02-28.csv", store_exports.CONTACT_HEADERS, contacts),
    ]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one full extract."""
    place = tmp_path_factory.mktemp("first")
    crimes = [store_exports.crime(f"35/{number}/26", strands="Race; Faith") for number in range(1, 60)]
    file = store_exports.write(place / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, crimes, "Full extract")
    store_exports.load(place / "store", file)
    return place / "store"


def test_a_load_beside_a_running_one_is_refused_with_a_clear_message(first: Path, months: list[Path]) -> None:
    before = store_exports.digests(first)
    with lock.hold(first):
        code, message = commands.run(first, ["load", *months])
    assert code == 3 and "another load is running" in message and "What to do" in message
    assert store_exports.digests(first) == before


@pytest.mark.parametrize("stage", ["snapshot folder moved", "pointer not yet replaced"])
def test_a_stop_between_moving_the_folder_and_the_pointer_is_mended_by_the_next_load(
    first: Path, months: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    store = tmp_path / "store"
    shutil.copytree(first, store)
    served = _figures(store)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        if stage == "snapshot folder moved":
            patched.setattr(durable, "flush_names", lambda folder: stop() if folder.name == "snapshots" else None)
        else:
            patched.setattr(Path, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            store_exports.load(store, *months)
    assert _figures(store) == served
    store_exports.load(store, *months)
    assert _figures(store)["snapshot"] > served["snapshot"]
    assert inspection.faults(store) == []
