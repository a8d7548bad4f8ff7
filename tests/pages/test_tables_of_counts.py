"""Tables of monthly counts from the Load page to the Quality page, the workbook and the command line."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from hcdata.cli import main
from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.exports import chief_officers
from hcdata.present.text import count_words
from hcdata.views import answers
from tests.pages.conftest import Open, texts
from tests.store import store_counts
from tests.store.store_exports import load

HEAD = ["District", "Aug-26", "Sep-26", "Oct-26"]
ROWS = [["Fenland", "1", "4", "1"], ["Hunts", "0", "0", "-"]]
RETURN = [["Measure", "Sep-26", "Oct-26"], ["Visits to schools", "12", "1,204"]]


@pytest.fixture
def store(three_crimes: Path, tmp_path: Path) -> Path:
    """Three crimes of Fenland, a table of the board beside them, and a return that is no measure of ours."""
    store = tmp_path / "store"
    shutil.copytree(three_crimes, store)
    store_counts.keep(store, store_counts.layout(store_counts.TOTALS, {"district": "District"}))
    store_counts.keep(store, store_counts.layout(fields={"category": "Measure"}, name="visits"), "visits")
    tables = [
        store_counts.write(tmp_path / "board.csv", HEAD, *ROWS),
        store_counts.write(tmp_path / "visits.csv", *RETURN),
    ]
    load(store, *tables)
    return store


def test_the_page_sets_them_beside_ours(store: Path, open_page: Open) -> None:
    page = open_page(store, "quality")
    assert not page.exception and not page.error
    assert "Tables of monthly counts" in [header.value for header in page.header]
    said = [markdown.value for markdown in page.markdown]
    assert any("of 5 counts beside our Recorded hate crimes" in text and "1 differs" in text for text in said)
    everything = "\n".join(texts(page))
    assert "Visits to schools" in everything and "1,204" in everything
    assert "Furthest apart" in everything
    assert "All 5 counts beside ours" in [expander.label for expander in page.expander]


def test_page_workbook_and_command_line_say_the_same(store: Path, tmp_path: Path) -> None:
    served = answers.at(store)
    assert served is not None
    found = served.quality(Filters("12m"), LOCAL).tables
    assert [one.series for one in found] == ["board", "visits"]
    sheet = load_workbook(chief_officers.write(served, Filters("12m"), LOCAL, tmp_path / "x.xlsx", "Analyst"))[
        "Data quality"
    ]
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    done = CliRunner().invoke(main, ["quality", "--store", str(store)])
    plain = json.loads(CliRunner().invoke(main, ["quality", "--store", str(store), "--json"]).stdout)["tables"]
    for one, told in zip(found, plain, strict=True):
        assert count_words.sentence(one) in done.stdout
        assert count_words.sentence(one) in cells
        assert [row["given"] for row in told["counts"]] == one.rows["given"].tolist()
        assert [row["difference"] for row in told["compared"]] == one.compared["difference"].tolist()
    assert 1204 in cells and "Visits to schools" in cells
    assert not any("board.csv" in str(cell) for cell in cells)


def dropped(folder: str, rows: str = "Fenland,1,1,1\nHunts,0,0,-\n") -> None:
    """The Load page's way with a table no layout knows, without its uploader."""
    from pathlib import Path

    import streamlit as st

    from hcdata.common.access import LOCAL
    from hcdata.loading.staging import Staging
    from hcdata.ui import load_item, load_publish

    if receipt := st.session_state.get("load_receipt"):
        st.code("\n".join(receipt.lines()))
        return
    if "tray" not in st.session_state:
        content = f"LPA,Aug-26,Sep-26,Oct-26\n{rows}"
        st.session_state.tray = Staging(Path(folder), [("pack 2026.csv", content.encode())])
        st.session_state.tray.look()
    staging = st.session_state.tray
    found = load_item.show(staging, staging.items[0], 0, None, LOCAL)
    load_publish.choose(staging, [staging.items[0]] if found else [], None)


def test_a_table_is_drafted_shown_given_its_measure_and_published(store: Path) -> None:
    page = AppTest.from_function(dropped, args=(str(store),), default_timeout=120).run()
    assert not page.exception and not page.error
    everything = "\n".join(texts(page))
    assert "Counts in 3 months, Aug 2026 to Oct 2026" in everything and "Fenland" in everything
    assert "Columns not shown" not in everything
    assert not [one for one in page.multiselect if one.label == "Columns of hate strands"]
    measure = next(one for one in page.selectbox if one.label == "Our measure beside it on the Quality page")
    measure.set_value("recorded_hate_crimes")
    next(one for one in page.button if one.label == "Use this mapping").click().run()
    next(one for one in page.button if one.label.startswith("Publish")).click().run()
    assert not page.exception and not page.error
    assert "of 3 columns headed by a month" in page.code[0].value
    served = answers.at(store)
    assert served is not None
    (found,) = [one for one in served.quality(Filters("12m"), LOCAL).tables if one.series == "pack"]
    assert found.measure == "recorded_hate_crimes" and found.apart.empty


@pytest.mark.parametrize("rows", ["Fenland,1,1,1\nAtlantis,0,0,1\n", "Atlantis,0,0,1\n"])
def test_an_unknown_district_of_one_row_is_offered_and_given_its_meaning(store: Path, rows: str) -> None:
    page = AppTest.from_function(dropped, args=(str(store), rows), default_timeout=120).run()
    column = next(one for one in page.selectbox if one.label.startswith("District"))
    if column.options[column.value] != "LPA":
        column.set_value(column.options.index("LPA"))
        next(one for one in page.button if one.label == "Use this mapping").click().run()
    offered = next(one for one in page.selectbox if one.label == "Value 1 of 1: district, 1 row")
    assert "Atlantis is Fenland" in offered.options
    offered.set_value("fenland")
    next(one for one in page.button if one.label == "Enter these meanings").click().run()
    assert not page.exception and not page.error
    assert not [one for one in page.selectbox if one.label.startswith("Value")]
    assert "unmapped" not in "\n".join(texts(page))
