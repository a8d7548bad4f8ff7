"""A load made while a page is open is what the page shows from its next run on."""

import re
import shutil
from pathlib import Path

from hcdata.common import config as configuration
from hcdata.loading import run as loading
from tests.conftest import Demonstration
from tests.pages.conftest import Open
from tests.pages.test_address import facts, figures


def test_a_load_shows_at_the_next_run(open_page: Open, three_crimes: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shutil.copytree(three_crimes, store)
    page = open_page(store)
    assert "load 1" in facts(page)
    before = figures(page)
    more = tmp_path / "more.csv"
    more.write_text("crime_ref,recorded,district,strands\n35/9/26,15/09/2026 10:00,Ely,Religion\n", encoding="utf-8")
    loading.load([more], store, configuration.load())
    page.run()
    assert not page.exception
    assert "load 2" in facts(page) and figures(page) != before


def test_a_store_put_in_the_place_of_another_shows_at_the_next_run(
    open_page: Open, three_crimes: Path, tmp_path: Path
) -> None:
    store, other = tmp_path / "store", tmp_path / "other"
    shutil.copytree(three_crimes, store)
    page = open_page(store)
    before = figures(page)
    export = tmp_path / "crime.csv"
    export.write_text("crime_ref,recorded,district,strands\n35/9/26,15/09/2026 10:00,Ely,Religion\n", encoding="utf-8")
    loading.load([export], other, configuration.load())
    assert (other / "current").read_text() == (store / "current").read_text()
    shutil.rmtree(store)
    other.rename(store)
    page.run()
    assert not page.exception
    assert figures(page) != before


def test_a_damaged_store_is_said_on_every_page(open_page: Open, three_crimes: Path, tmp_path: Path) -> None:
    for name, content in (("current", b"\xff"), ("current", b""), ("snapshots/000001/manifest.json", b"{")):
        store = tmp_path / str(len(list(tmp_path.iterdir())))
        shutil.copytree(three_crimes, store)
        (store / name).write_bytes(content)
        for path in ("", "trends", "quality", "definitions", "district-fenland"):
            page = open_page(store, path)
            assert not page.exception and "damaged" in page.error[0].value, (name, path)


def test_the_headline_is_the_first_sentence_and_says_whether_it_could_be_chance(
    open_page: Open, small_demonstration: Demonstration
) -> None:
    page = open_page(small_demonstration.store)
    after = [one.value for one in page.markdown if " · " not in one.value]
    first = next(text for text in after if not text.startswith("The address bar"))
    assert re.match(r"\*\*In October 2026, (1 hate crime was|[\d,]+ hate crimes were) recorded", first)
    assert "chance" in first or "too few" in first
