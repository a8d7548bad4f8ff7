"""Every page: what it shows at least, with much, little and no data, and that it names nobody."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from hcdata.common import config as configuration
from hcdata.demo.names import HYPHENATED, STREETS, SURNAMES
from tests.conftest import Demonstration
from tests.pages.conftest import Open, elements, nodes, texts

ROOT = Path(__file__).resolve().parents[2]
FACTS = configuration.load()
MARKING = FACTS.force.marking
# Address, heading, and the least number of charts, tables, tiles and sentences.
PAGES: tuple[tuple[str, str, int, int, int, int], ...] = (
    ("", "Hate crime Performance Update", 7, 7, 5, 20),
    ("trends", "Trends", 7, 7, 0, 15),
    ("locations", "Locations", 2, 2, 1, 6),
    ("nominals", "Nominals", 1, 3, 2, 5),
    ("meeting-strategic", "Hate crime strategic group: agenda", 0, 1, 0, 15),
    ("meeting-tactical", "Hate crime tactical meeting: agenda", 0, 2, 0, 15),
    ("delivery-plan", "Delivery plan", 0, 3, 0, 4),
    *((f"district-{one.id.replace('_', '-')}", one.name, 6, 10, 5, 15) for one in FACTS.district),
    *((f"action-{one.id}", f"{one.number} {one.name}", 1, 1, 1, 5) for one in FACTS.key_action),
    ("cases", "Cases", 0, 1, 0, 4),
    ("quality", "Data quality", 0, 3, 0, 4),
    ("load", "Load exports", 0, 0, 0, 3),
    ("definitions", "Definitions", 0, 0, 0, 20),
)
PATHS = [page[0] for page in PAGES]
LITTLE = ("three_crimes", "only_incidents", "nothing")
NAMES = [name.lower() for name in (*SURNAMES, *HYPHENATED)]
STREET_NAMES = [street.lower() for street in STREETS]


def names_in(text: str) -> list[str]:
    """Surnames of the demonstration anywhere in a text, in any case."""
    text = text.lower()
    return [name for name in NAMES if name in text]


def addresses_in(text: str) -> list[str]:
    """Streets of the demonstration that stand behind a number in a text, in any case."""
    text = text.lower()
    return [one for one in STREET_NAMES if f" {one}" in text and re.search(rf"\d {re.escape(one)}", text)]


def count(page: AppTest, kind: str) -> int:
    """How many charts, tables, tiles or sentences a page shows."""
    found = list(elements(page))
    html = [element.proto.body for element in found if element.type == "html"]
    if kind == "charts":
        return sum(element.type == "plotly_chart" for element in found)
    if kind == "tables":
        return sum("<table" in body for body in html) + sum(element.type == "dataframe" for element in found)
    return sum('class="tile"' in body for body in html) if kind == "tiles" else len(page.markdown)


def headings(page: AppTest) -> list[str]:
    """The page's title, or titles."""
    return [title.value for title in page.title]


@pytest.mark.parametrize(("path", "heading", "charts", "tables", "tiles", "sentences"), PAGES, ids=PATHS)
def test_a_page_shows_what_it_is_for(
    path: str,
    heading: str,
    charts: int,
    tables: int,
    tiles: int,
    sentences: int,
    look_at: Open,
    small_demonstration: Demonstration,
) -> None:
    page = look_at(small_demonstration.store, path)
    assert not page.exception and not page.error and not page.warning
    assert headings(page) == [heading]
    found = {kind: count(page, kind) for kind in ("charts", "tables", "tiles", "sentences")}
    least = {"charts": charts, "tables": tables, "tiles": tiles, "sentences": sentences}
    assert not {kind: (found[kind], n) for kind, n in least.items() if found[kind] < n}


@pytest.mark.parametrize("path", PATHS)
def test_a_page_says_its_marking_at_head_and_foot_and_how_old_it_is(
    path: str, look_at: Open, small_demonstration: Demonstration
) -> None:
    said = [markdown.value for markdown in look_at(small_demonstration.store, path).markdown]
    facts = next(line for line in said if line.startswith(f"**{MARKING}**"))
    assert "data to " in facts and "load " in facts and "synthetic" in facts
    assert said[-1].startswith(f"**{MARKING}**") and said[-1] != facts


@pytest.mark.parametrize("path", PATHS)
def test_each_chart_and_tile_says_how_it_is_counted(
    path: str, look_at: Open, small_demonstration: Demonstration
) -> None:
    page = look_at(small_demonstration.store, path)
    offered = sum('label: "How is this counted"' in str(getattr(node, "proto", "")) for node in nodes(page))
    assert offered >= count(page, "tiles") + (count(page, "charts") + 1) // 2


@pytest.mark.parametrize("path", PATHS)
def test_a_page_names_nobody_and_no_address(path: str, look_at: Open, small_demonstration: Demonstration) -> None:
    everything = "\n".join(texts(look_at(small_demonstration.store, path)))
    assert len(everything) > 1000
    assert names_in(everything) == [] and addresses_in(everything) == []


def test_the_exports_hold_the_names_the_pages_must_not_show(small_demonstration: Demonstration) -> None:
    exports = "\n".join(file.read_text("utf-8", "replace") for file in small_demonstration.exports.rglob("*.csv"))
    assert names_in(exports) and addresses_in(exports)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("store", LITTLE)
def test_a_page_stands_with_next_to_no_data(
    store: str, path: str, look_at: Open, request: pytest.FixtureRequest
) -> None:
    page = look_at(request.getfixturevalue(store), path)
    assert not page.exception and not page.error
    assert len(headings(page)) == 1
    if store == "nothing":
        assert "Nothing has been loaded yet" in page.info[0].value
        assert count(page, "charts") == count(page, "tiles") == 0


@pytest.mark.parametrize("script", sorted((ROOT / "pages").rglob("*.py")), ids=lambda script: script.stem)
def test_a_page_run_past_the_frame_shows_nothing(
    script: Path, small_demonstration: Demonstration, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HCDATA_STORE", str(small_demonstration.store))
    page = AppTest.from_file(str(script), default_timeout=60).run()
    assert list(elements(page)) == []
    assert not page.exception


def test_the_menu_has_every_page_of_the_agenda() -> None:
    from hcdata.ui import navigation

    assert list(navigation.places()) == PATHS
    assert max(len(place.title) for place in navigation.places().values()) < 25


@pytest.mark.parametrize(("text", "said"), [("x = ", "not readable as TOML"), (None, "no such file")])
def test_a_faulty_configuration_is_told_in_the_place_of_the_page(
    text: str | None,
    said: str,
    open_page: Open,
    small_demonstration: Demonstration,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if text is not None:
        (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("HCDATA_CONFIG", str(tmp_path / "config.toml"))
    page = open_page(small_demonstration.store)
    (error,) = page.error
    assert said in error.value and "What to do" in error.value and not page.exception
