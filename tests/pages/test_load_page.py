"""The Load page where it may be used and where it may not, and what it shows of rows."""

from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from hcdata import config as configuration
from hcdata.ui import load_gate, navigation
from hcdata.ui.load_words import unmarked
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
def test_rows_about_people_are_shown_to_those_with_leave_and_the_others_are_told(people: bool) -> None:
    page = AppTest.from_function(rows_shown, kwargs={"people": people}, default_timeout=60).run()
    assert not page.exception
    everything = "\n".join(texts(page))
    assert "35/5/26" in everything and "35/6/26" not in everything
    assert ("Teal-Lamp" in everything) == ("Teal Street" in everything) == people
    assert ("Columns not shown here" in everything) == (not people)
    assert "Victim Surname" in everything and "Address" in everything


def test_a_value_of_a_file_is_no_markup_in_a_label() -> None:
    assert unmarked("![x](y) Hill & Sons: *") == r"\!\[x\]\(y\) Hill & Sons\: \*"
