"""The Load page in a real browser, from drop to publish: a picture renamed, a messy file and a good one."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import ROOT, Screen, serving
from tests.store import store_exports

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20
MESSY = """OFFICIAL - SENSITIVE;;;;;;
Crime Number;Date Recorded;LPA;Hate Marker;Offence Code;Victim Surname;Victim DOB
35/1/26;05/01/2026 10:00;Hunts;Race;8P;Teal-Lamp;01/02/1990
35/2/26;16/01/2026;Atlantis;Faith;9B;Teal-Lamp;01/02/1991
;18/01/2026;Fenland;Faith;9B;Teal-Lamp;01/02/1992
35/4/26;19/01/2026;Fenland;Purple;9B;Teal-Lamp;01/02/1993
"""


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A folder nothing has been loaded into."""
    return tmp_path / "data" / "store"


@pytest.fixture
def page(chromium: "Browser", store: Path) -> Iterator[Screen]:
    """The Load page over an empty store."""
    with serving(store) as url:
        context = chromium.new_context(viewport={"width": 1400, "height": 900})
        shown = Screen(context.new_page(), url)
        shown.open()
        shown.open("/load")
        yield shown
        context.close()
        assert shown.outside == [] and shown.errors == []


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """One file of each sort."""
    good = store_exports.write(
        tmp_path / "good.csv",
        ["crime_ref", "recorded", "district", "strands"],
        [store_exports.crime("35/11/26"), store_exports.crime("35/12/26", "26/01/2026 09:30", district="Fenland")],
    )
    (tmp_path / "messy.csv").write_text(MESSY, encoding="cp1252")
    (tmp_path / "export.csv").write_bytes(PICTURE)
    return {"good": good, "messy": tmp_path / "messy.csv", "picture": tmp_path / "export.csv"}


def status(store: Path) -> dict[str, object]:
    """What the command line says of the store."""
    command = [sys.executable, "-m", "hcdata", "status", "--json", "--store", str(store)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def drop(page: Screen, *files: Path) -> str:
    """Drop files and return all that is then on the page."""
    page.page.set_input_files("input[type=file]", [str(file) for file in files])
    page.page.wait_for_selector('[data-testid="stFileUploader"] >> text=' + files[0].name)
    page.settle()
    return said(page)


def said(page: Screen) -> str:
    """Every word on the page."""
    return str(page.page.locator('[data-testid="stMain"]').inner_text())


def choose(page: Screen, label: str, option: str) -> None:
    """Choose from a list further down: scrolling closes a list that is open."""
    page.page.get_by_role("combobox", name=label).scroll_into_view_if_needed()
    page.page.wait_for_timeout(500)
    page.choose(label, option)


def press(page: Screen, name: str) -> None:
    """Press a button and wait."""
    page.page.get_by_role("button", name=name).click()
    page.settle()


def test_a_picture_renamed_is_refused_in_plain_words_and_nothing_can_be_published(
    page: Screen, store: Path, files: dict[str, Path]
) -> None:
    words = drop(page, files["picture"])
    assert "export.csv: not read, a picture" in words
    assert page.page.get_by_role("button", name="Publish 0 files").is_disabled()
    assert not (store / "current").exists()


def test_a_messy_file_is_drafted_corrected_mapped_and_published(
    page: Screen, store: Path, files: dict[str, Path]
) -> None:
    words = drop(page, files["messy"], files["picture"])
    assert "no layout knows it" in words and "Rows read 4 = accepted 3 + rejected 1" in words
    assert "Missing reference" in words and "Victim Surname" in words
    assert "Teal-Lamp" not in words and "1990" not in words
    assert not (store / "current").exists()
    choose(page, "Rows without a reference are", "each is a record of its own")
    press(page, "Use this mapping")
    assert "Rows read 4 = accepted 4 + rejected 0" in said(page)
    choose(page, "Value 1 of 2: district, 1 row", "Atlantis is Fenland")
    choose(page, "Value 2 of 2: strand, 1 row", "Purple is Alternative subculture")
    press(page, "Enter these meanings")
    assert "nobody has mapped" not in said(page)
    press(page, "Publish 1 file")
    assert "every page now shows it" in said(page) and "Teal-Lamp" not in said(page)
    found = status(store)
    assert found["records"]["crime"] == 4
    assert found["districts"]["crime"] == {"fenland": 3, "huntingdonshire": 1}
    assert found["faults"] == {} and found["unmapped"] == []


def test_a_good_file_is_walked_away_from_and_then_published(page: Screen, store: Path, files: dict[str, Path]) -> None:
    assert "Rows read 2 = accepted 2 + rejected 0" in drop(page, files["good"])
    press(page, "Walk away")
    assert "Rows read" not in said(page) and not (store / "current").exists()
    drop(page, files["good"])
    press(page, "Publish 1 file")
    assert status(store)["records"]["crime"] == 2
    assert "good.csv" in said(page)
