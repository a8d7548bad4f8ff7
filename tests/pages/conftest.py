"""Pages run through the dashboard's frame by Streamlit's own test client, on stores full, nearly empty and absent."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Element
from streamlit.util import calc_hash

from hcdata.common import config as configuration
from hcdata.loading import run as loading

APP = Path(__file__).resolve().parents[2] / "app.py"
CRIMES = (("35/1/26", "05/08/2026 10:00"), ("35/2/26", "20/09/2026 11:30"), ("35/3/26", "31/10/2026 23:00"))

Open = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def no_components_sought() -> Iterator[None]:
    """Keep the test client from reading, for every page, which of the packages installed bring parts of a page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("streamlit.components.v2.manifest_scanner.scan_component_manifests", list)
        yield


@pytest.fixture(scope="session")
def three_crimes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of three crimes and nothing else: no incidents, contacts, plan or people."""
    rows = [(ref, at, "Fenland", "Race", "9A") for ref, at in CRIMES]
    headers = ("crime_ref", "recorded", "district", "strands", "offence_code")
    return _loaded(tmp_path_factory.mktemp("three_crimes"), "crimes.csv", headers, rows)


@pytest.fixture(scope="session")
def only_incidents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of three non-crime incidents and nothing else."""
    rows = [(f"HI-{n}-2026", at, "Non-crime hate incident", "Fenland", "Race") for n, (_, at) in enumerate(CRIMES)]
    headers = ("incident_ref", "recorded", "kind", "district", "strands")
    return _loaded(tmp_path_factory.mktemp("only_incidents"), "incidents.csv", headers, rows)


@pytest.fixture(scope="session")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder no load has been made into."""
    return tmp_path_factory.mktemp("nothing")


def _loaded(folder: Path, name: str, headers: tuple[str, ...], rows: list[tuple[str, ...]]) -> Path:
    with (folder / name).open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([headers, *rows])
    loading.load([folder / name], folder / "store", configuration.load())
    return folder / "store"


@pytest.fixture
def open_page(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page of a store at an address: open_page(store, "trends", period="month")."""

    def opened(store: Path, path: str = "", **address: str) -> AppTest:
        monkeypatch.setenv("HCDATA_STORE", str(store))
        page = AppTest.from_file(str(APP), default_timeout=120)
        for name, text in address.items():
            page.query_params[name] = text
        page._page_hash = calc_hash(path)  # the client switches by script, and several pages share one
        return page.run()

    return opened


@pytest.fixture(scope="module")
def shown_before() -> dict[tuple[Any, ...], AppTest]:
    """Pages a module has opened to look at."""
    return {}


@pytest.fixture
def look_at(open_page: Open, shown_before: dict[tuple[Any, ...], AppTest]) -> Open:
    """Open a page once for all tests of a module that only look at it: press nothing, and change no setting."""

    def looked(store: Path, path: str = "", **address: str) -> AppTest:
        asked = (store, path, *address.items())
        if asked not in shown_before:
            shown_before[asked] = open_page(store, path, **address)
        return shown_before[asked]

    return looked


def nodes(page: AppTest) -> Iterator[Any]:
    """Every container and element of a page, in the order shown."""
    waiting = [page._tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(list(getattr(node, "children", {}).values()))


def elements(page: AppTest) -> Iterator[Any]:
    """Every element of a page, in the order shown."""
    return (node for node in nodes(page) if isinstance(node, Element))


def texts(page: AppTest) -> list[str]:
    """Everything a page sends to the browser, as text: words, tables, charts, labels, options."""
    found = []
    for element in elements(page):
        found.append(str(element.proto).encode("ascii", "replace").decode().replace("\\n", "\n"))
        if element.type == "dataframe":
            found.append(element.value.to_csv())
    return found
