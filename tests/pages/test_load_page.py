"""The Load page where it may be used and where it may not, and what it shows of rows."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from hcdata.common import config as configuration
from hcdata.common import progress
from hcdata.ingest.suggest.correct import corrections_of
from hcdata.loading.staging import Staging
from hcdata.ui import load_files, load_gate, load_item, load_mapping, navigation
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

    from hcdata.common.access import Scope
    from hcdata.loading.staging import Staging
    from hcdata.ui import load_rows
    from tests.pages.test_load_page import HEADERS, ROW

    content = HEADERS + "".join(ROW.format(n=n) for n in range(1, 9))
    staging = Staging(Path(tempfile.gettempdir()) / "none" / "store", [("x.csv", content.encode())])
    staging.look()
    load_rows.first_rows(staging.items[0], Scope(None, None, people, "internal"))
    staging.close()


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

    from hcdata.loading.staging import Staging
    from hcdata.ui import load_mapping
    from tests.pages.test_load_page import HEADERS, ROW

    if "tray" not in st.session_state:
        content = HEADERS + "".join(ROW.format(n=n) for n in range(1, 9))
        place = Path(tempfile.gettempdir()) / "none" / "store"
        st.session_state["tray"] = Staging(place, [("x.csv", content.encode())])
        st.session_state["tray"].look()
    staging = st.session_state["tray"]
    load_mapping.mapping(staging, staging.items[0], "x")
    st.text(" ".join(f"{one.role}: {', '.join(one.columns)}" for one in staging.items[0].layout.persons))


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


def form_shown(folder: str, content: str) -> None:
    """The mapping and the trial of a file, as the page shows them for one file in hand."""
    from pathlib import Path

    import streamlit as st

    from hcdata.common.access import Scope
    from hcdata.loading.staging import Staging
    from hcdata.ui import load_item, load_publish

    if "tray" not in st.session_state:
        st.session_state["tray"] = Staging(Path(folder) / "store", [("x.csv", content.encode())])
        st.session_state["tray"].look()
    staging = st.session_state["tray"]
    day = st.date_input("Data to", value=None)
    found = load_item.show(staging, staging.items[0], 0, day, Scope(None, None, True, "internal"))
    load_publish.choose(staging, staging.items if found and found.rows_accepted else [], day)


def labels(page: AppTest) -> list[str]:
    """The labels of everything that can be chosen."""
    return [one.label for kind in (page.selectbox, page.multiselect, page.checkbox) for one in kind]


def shown(folder: Path, content: str) -> AppTest:
    """The page with this file in hand."""
    asked = {"folder": str(folder), "content": content}
    page = AppTest.from_function(form_shown, kwargs=asked, default_timeout=60).run()
    assert not page.exception
    return page


def press(page: AppTest, label: str) -> AppTest:
    """Press the button of this label."""
    (button,) = [button for button in page.button if button.label == label]
    return button.click().run()


def strand_lists(page: AppTest) -> dict[str, Selectbox]:
    """The lists of what a column of strands says, by each of their choices."""
    lists = [box for box in page.selectbox if box.label.startswith("Column of strands")]
    return {option: box for box in lists for option in box.options}


FLAGS = "Crime Number,Date Recorded,LPA,Race Hate,Faith Hate,Disab.\n" + "".join(
    f"35/{n}/26,{n + 10}/01/2026,Hunts,{'YNN'[n % 3]},{'NYN'[n % 3]},{'NNY'[n % 3]}\n" for n in range(1, 10)
)
OUTCOMES = "Crime Number,Outcome,Outcome Date\n" + "".join(f"35/{n}/26,16,{n + 10}/01/2026\n" for n in range(1, 10))


def test_a_list_of_outcomes_is_asked_nothing_about_strands_or_districts(tmp_path: Path) -> None:
    asked = labels(shown(tmp_path, OUTCOMES))
    assert "Outcome date (sure)" in asked and "Dates are written" in asked
    unasked = {"Columns of hate strands", "Take districts as they are", "Rows without a reference are"}
    assert unasked & {*asked} == set() and unasked < {*labels(shown(tmp_path, FLAGS))}


def test_a_yes_is_said_to_be_a_strand_for_its_column_and_never_for_every_file(tmp_path: Path) -> None:
    page = shown(tmp_path, FLAGS)
    assert strand_lists(page)["Race Hate: any value but no is Race"].value == "race"
    page.multiselect[0].set_value([*page.multiselect[0].value, "Disab."])
    page = press(page, "Use this mapping")
    assert "A yes does not say which strand" in "\n".join(texts(page))
    assert not [one for one in page.selectbox if one.label.startswith("Value ")]
    strand_lists(page)["Disab.: any value but no is Disability"].set_value("disability")
    page = press(page, "Use this mapping")
    assert "Strands unmapped" not in "\n".join(texts(page))
    strands = page.session_state["tray"].items[0].layout.strands
    assert {one.column: one.otherwise for one in strands}["Disab."] == "disability"


def test_a_needed_field_without_a_column_is_named_before_its_rows_are_called_faulty(tmp_path: Path) -> None:
    assert not shown(tmp_path, FLAGS).warning
    page = shown(tmp_path, FLAGS.replace("Date Recorded", "When it was"))
    assert page.warning[0].value.startswith("No column is chosen for recorded:")


def test_what_was_not_yet_seen_is_not_published(tmp_path: Path) -> None:
    page = shown(tmp_path, FLAGS)
    page.date_input[0].set_value(date(2026, 1, 31))
    page = press(page, "Publish 1 file")
    assert page.warning[0].value.startswith("Nothing is published yet") and "load_receipt" not in page.session_state
    assert not page.session_state["tray"].store.exists()
    page = press(page, "Publish 1 file")
    assert not page.exception and page.session_state["load_receipt"].files[0].data_to == "31 Jan 2026"


class GoneError(Exception):
    """What Streamlit raises in a page that says something to a browser that was closed."""


class Closed:
    """A place on a page whose browser was closed."""

    def status(self, _: str) -> "Closed":
        return self

    def __enter__(self) -> "Closed":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def empty(self) -> "Closed":
        return self

    def update(self, label: str) -> None:
        raise GoneError(label)


def test_all_work_on_a_file_is_told_to_the_browser_and_so_ends_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HCDATA_STORE", str(tmp_path / "store"))
    staging = Staging(tmp_path / "store", [("x.csv", (HEADERS + ROW.format(n=1)).encode())])
    staging.look()
    item, closed = staging.items[0], SimpleNamespace(session_state={}, empty=Closed, status=Closed().status)
    monkeypatch.setattr(load_item, "st", closed)
    monkeypatch.setattr(load_mapping, "st", closed)
    for work in ("look", "try_out", "pattern"):
        monkeypatch.setattr(Staging, work, lambda *_: progress.say("reading"))
    dropped: Any = [SimpleNamespace(name="x.csv", getvalue=lambda: b"x")]
    place: Any = Closed()
    before = corrections_of(item.layout)
    answers = replace(before, fields={**before.fields, "crime_ref": "LPA"})
    with pytest.raises(GoneError):
        load_files._look(dropped, place)
    with pytest.raises(GoneError):
        load_item._tried(staging, item, 0, None)
    with pytest.raises(GoneError):
        load_mapping._pattern(staging, item, before, answers)
    staging.close()
