"""The Load page where it may be used and where it may not, and what it shows of rows."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from hcdata import config as configuration
from hcdata.ui import load_gate, navigation
from tests.pages.conftest import Open, texts

HEADERS = "Crime Number,Date Recorded,LPA,Victim Surname,Address\n"
ROW = "35/{n}/26,05/01/2026 10:00,Hunts,Teal-Lamp,4 Teal Street\n"


def configured(folder: Path, in_browser: str) -> Path:
    """A configuration with another rule for loading in the browser."""
    text = configuration.find().read_text(encoding="utf-8")
    assert 'in_browser = "local"' in text
    file = folder / "config.toml"
    file.write_text(text.replace('in_browser = "local"', f'in_browser = "{in_browser}"'), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("in_browser", "address", "may"),
    [
        ("local", "127.0.0.1", True),
        ("local", "0.0.0.0", False),
        ("local", None, False),
        ("always", "0.0.0.0", True),
        ("never", "127.0.0.1", False),
    ],
)
def test_who_may_load_in_the_browser(
    in_browser: str, address: str | None, may: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HCDATA_CONFIG", str(configured(tmp_path, in_browser)))
    monkeypatch.setattr(st, "get_option", lambda name: address if name == "server.address" else None)
    assert load_gate.allowed() == may
    assert ("load" in navigation.places()) == may


def test_where_it_is_not_allowed_the_page_itself_refuses(
    tmp_path: Path, three_crimes: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page(three_crimes, "load")
    assert len(page.get("file_uploader")) == 1
    monkeypatch.setattr(load_gate, "allowed", iter([True, False]).__next__)
    page = open_page(three_crimes, "load")
    assert "not allowed" in page.error[0].value and not page.get("file_uploader")


def rows_shown(people: bool) -> None:
    """The first rows of a file, as a page of their own."""
    import tempfile
    from pathlib import Path

    from hcdata.access import Scope
    from hcdata.store.tray import Tray
    from hcdata.ui import load_rows
    from tests.pages.test_load_page import HEADERS, ROW

    content = HEADERS + "".join(ROW.format(n=n) for n in range(1, 9))
    tray = Tray(Path(tempfile.gettempdir()) / "none" / "store", [("x.csv", content.encode())])
    tray.look()
    load_rows.first_rows(tray.items[0], Scope(None, None, people, "internal"))
    tray.close()


@pytest.mark.parametrize("people", [False, True])
def test_a_persons_column_is_shown_to_nobody_and_a_place_to_those_with_leave(people: bool) -> None:
    page = AppTest.from_function(rows_shown, kwargs={"people": people}, default_timeout=60).run()
    assert not page.exception
    everything = "\n".join(texts(page))
    assert "35/5/26" in everything and "35/6/26" not in everything
    assert "Teal-Lamp" not in everything and ("Teal Street" in everything) == people
    (said,) = [markdown.value for markdown in page.markdown if "Columns not shown here" in markdown.value]
    assert "`Victim Surname`" in said and ("`Address`" in said) == (not people)
    assert "Victim Surname" in everything and "Address" in everything


def mapping_shown() -> None:
    """The mapping of a file that names victims, and what the layout then reads of people."""
    import tempfile
    from pathlib import Path

    import streamlit as st

    from hcdata.store.tray import Tray
    from hcdata.ui import load_mapping
    from tests.pages.test_load_page import HEADERS, ROW

    if "tray" not in st.session_state:
        content = HEADERS + "".join(ROW.format(n=n) for n in range(1, 9))
        st.session_state["tray"] = Tray(Path(tempfile.gettempdir()) / "none" / "store", [("x.csv", content.encode())])
        st.session_state["tray"].look()
    tray = st.session_state["tray"]
    load_mapping.mapping(tray, tray.items[0], "x")
    st.text(" ".join(f"{one.role}: {', '.join(one.columns)}" for one in tray.items[0].layout.persons))


def chosen(page: AppTest, column: str) -> AppTest:
    """Choose the column of the victim's surname, and use the mapping."""
    (box,) = [box for box in page.selectbox if box.label == "Surname" and "Victim" in str(box.key)]
    box.set_value(box.options.index(column))
    (button,) = page.button
    return button.click().run()


def test_columns_of_people_are_put_right_from_lists() -> None:
    page = AppTest.from_function(mapping_shown, default_timeout=60).run()
    assert not page.exception and page.text[0].value == "victim: Victim Surname"
    assert [tab.label for tab in page.tabs] == ["Victim", "Suspect", "Anybody, by a column of the role"]
    page = chosen(page, "LPA")
    assert "chosen for a person and for something else: LPA" in page.error[0].value
    assert page.text[0].value == "victim: Victim Surname"
    page = chosen(page, "not in this file")
    assert not page.exception and not page.error and page.text[0].value == ""
