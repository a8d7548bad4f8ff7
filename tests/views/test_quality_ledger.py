"""What a reader may see of the books: values nobody has mapped, names of files, rows that were rejected."""

from pathlib import Path
from typing import Any

import pytest

from hcdata.common.access import LOCAL, Scope
from hcdata.store import query
from hcdata.views.quality.ledger import books, faulty_cells, rejected_rows
from tests.store import store_exports
from tests.store.store_exports import crime

FENLAND = Scope(records=("fenland",), aggregates=None, people=False, audience="internal")


@pytest.fixture
def store(tmp_path: Path) -> Any:
    """A store of two files: values that many rows share, that few do, that are nearly known; a rejected row."""
    channels = ["Messenger"] * 3 + ["Teal-Lamp"]
    rows = [crime(f"35/{n}/26", channel=channel) for n, channel in enumerate(channels, 1)]
    rows.append(crime("35/9/26", district="Huntingdonshre"))
    later = [crime(f"35/{n}/26", channel="Messenger") for n in range(11, 14)] + [crime("nonsense")]
    for name, written in (("Teal-Lamp case_2026-01-31.csv", rows), ("crime_2026-02-28.csv", later)):
        file = store_exports.write(tmp_path / name, store_exports.CRIME_HEADERS, written)
        store_exports.load(tmp_path / "store", file)
    with query.open(tmp_path / "store") as opened:
        yield opened


def test_a_value_is_shown_when_rows_of_all_loads_share_it_or_it_is_nearly_known(store: Any, put: Any) -> None:
    found = books(put(store)).unmapped
    told = {text if isinstance(text, str) else None: n for text, n in zip(found["text"], found["rows"], strict=True)}
    assert told == {"Messenger": 6, "Huntingdonshre": 1, None: 1}


def test_a_reader_of_some_districts_sees_counts_and_neither_names_of_files_nor_what_is_in_them(
    store: Any, put: Any
) -> None:
    whole, part = books(put(store, scope=LOCAL)), books(put(store, scope=FENLAND))
    assert set(whole.files["file"]) == {"Teal-Lamp case_2026-01-31.csv", "crime_2026-02-28.csv"}
    assert set(part.files["file"]) == {"file 1", "file 2"}
    assert part.unmapped["text"].isna().all() and part.unmapped["rows"].sum() == whole.unmapped["rows"].sum() == 8
    assert part.rejects.equals(whole.rejects) and part.faults.equals(whole.faults)
    for listed in (rejected_rows, faulty_cells):
        assert len(listed(put(store, scope=LOCAL))) and not len(listed(put(store, scope=FENLAND)))
