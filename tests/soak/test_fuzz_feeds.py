"""Random tables of every feed, loaded whole: rows read = accepted + rejected = rows a simple count finds."""

import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcdata.common import config as configuration
from hcdata.common.errors import HcdataError
from hcdata.ingest.layouts import layout as layouts
from hcdata.loading import run as loading
from hcdata.store import inspection
from tests.soak.duration import LONG, ROUND, rounds
from tests.soak.test_fuzz import FORMS, QUOTED, WORKBOOKS, filled, held_by, written

pytestmark = pytest.mark.slow
HEADERS = {
    name.removeprefix("generic_"): sorted(layout.columns)
    for name, layout in layouts.read().items()
    if name.startswith("generic_")
}
LOADS = settings(ROUND, max_examples=50 if LONG else 6)


@st.composite
def exports(draw: st.DrawFn) -> tuple[str, list[list[list[str]]], str]:
    """Two extracts of one feed, as lines below its headers, and the form they are written in."""
    feed, form = draw(st.sampled_from(sorted(HEADERS))), draw(st.sampled_from(FORMS))
    rows = st.lists(st.dictionaries(st.sampled_from(HEADERS[feed]), QUOTED, max_size=8), min_size=1, max_size=8)
    tables = [[[row.get(header, "") for header in HEADERS[feed]] for row in draw(rows)] for _ in range(2)]
    return feed, [held_by(lines) for lines in tables] if form in WORKBOOKS else tables, form


def _files(store: Path) -> int:
    """Return how many files a sound store holds; none before the first load."""
    if not (store / "current").exists():
        return 0
    assert inspection.faults(store) == []
    return inspection.status(store).files


def test_a_load_accounts_for_every_row_of_any_feed() -> None:
    @LOADS
    @given(made=exports(), packed=st.booleans())
    def one(made: tuple[str, list[list[list[str]]], str], packed: bool) -> None:
        feed, tables, form = made
        with tempfile.TemporaryDirectory() as place:
            store = Path(place) / "store"
            for day, lines in zip(("2026-11-30", "2026-12-31"), tables, strict=True):
                name, data = written(form, f"{feed}_{day}", [HEADERS[feed], *lines])
                file = Path(place) / name
                file.write_bytes(data)
                if packed:
                    with zipfile.ZipFile(Path(place) / f"set_{day}.zip", "w") as archive:
                        archive.write(file, name)
                    file = Path(place) / f"set_{day}.zip"
                before = _files(store)
                try:
                    receipt = loading.load([file], store, configuration.load())
                except HcdataError as fault:
                    # A row that begins like the headers and goes on with other words is a second table.
                    assert not filled(lines) or "a second table stands under the first" in str(fault)
                    continue
                for told in receipt.files:
                    assert told.rows_read == told.rows_accepted + told.rows_rejected == filled(lines)
                    assert sum(told.rejected_by_reason.values()) == told.rows_rejected
                # A load that accepts nothing of what it was given is not published.
                rows = sum(told.rows_read - told.rejected_by_reason.get("footer_row", 0) for told in receipt.files)
                lost = rows > 0 and not any(told.rows_accepted for told in receipt.files)
                assert _files(store) == before + (bool(receipt.files) and not lost)

    for _ in rounds():
        one()
