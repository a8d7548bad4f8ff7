"""A page on paper, as the browser prints it on A4: nothing cut off, nothing to press, the marking on every sheet."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from hcdata.common import config
from hcdata.measures import registry
from tests.browser.conftest import Screen

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CONTROLS = (
    "How is this counted",
    "Cases behind",
    "cases to put right →",
    "Chief Officers' workbook",
    "Copy",
    "View more",
    "Compare by",
)


@pytest.fixture(scope="module", autouse=True)
def poppler() -> None:
    """What reads a printed page back."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed: a printed page cannot be read back")


def sheets(screen: Screen, path: str, to: Path, width: int = 1400) -> list[str]:
    """Print a page and return the words of each sheet."""
    screen.page.set_viewport_size({"width": width, "height": 900})
    screen.open(path)
    screen.page.pdf(path=to, format="A4", print_background=True)
    read = subprocess.run(["pdftotext", "-layout", to, "-"], capture_output=True, text=True, check=True).stdout
    return read.split("\f")[:-1]


def beyond_the_edge(file: Path) -> list[str]:
    """Words of a printed page that do not lie wholly on their sheet."""
    read = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True).stdout
    found, edge = [], 0.0
    for line in read.splitlines():
        if sheet := re.search(r'<page width="([\d.]+)"', line):
            edge = float(sheet[1])
        if word := re.search(r'<word xMin="([-\d.]+)".* xMax="([-\d.]+)".*>(.*)</word>', line):
            found += [word[3]] if float(word[1]) < 0 or float(word[2]) > edge else []
    return found


@pytest.mark.parametrize(
    ("path", "width", "screen"),
    [("/", 1400, "light"), ("/", 390, "light"), ("/district-fenland", 1900, "dark"), ("/trends", 900, "light")],
    indirect=["screen"],
)
def test_a_printed_page_is_whole(path: str, width: int, screen: Screen, tmp_path: Path) -> None:
    read = sheets(screen, path, tmp_path / "page.pdf", width)
    force, words = config.load().force, "\n".join(read)
    assert all(force.marking in sheet and force.handling in sheet for sheet in read)
    assert [f"{number} of {len(read)}" in sheet for number, sheet in enumerate(read, start=1)] == [True] * len(read)
    assert beyond_the_edge(tmp_path / "page.pdf") == []
    assert [control for control in CONTROLS if control in words] == []
    strands = {strand.name.split()[0] for strand in config.load().strand}
    assert {name for name in strands if name not in words} == set()
    if path == "/":
        assert {one.name.split()[0] for one in config.load().district if one.name.split()[0] not in words} == set()
        # Expanders are open: what is in them is on paper.
        assert "Delivery plan:" in words


def test_a_list_is_printed_whole(screen: Screen, tmp_path: Path) -> None:
    path = "/cases?period=month&measure=recorded_hate_crimes&state=all"
    read = sheets(screen, path, tmp_path / "cases.pdf")
    words = "\n".join(read)
    # The list begins under its heading: the one that scrolls on the screen leaves no room behind.
    assert len(re.findall(r"\b99/\d+/(?:20)?\d\d\b", read[0])) > 8
    said = re.search(r"([\d,]+) rows", words)
    assert said
    assert len(re.findall(r"\b99/\d+/(?:20)?\d\d\b", words)) == int(said[1].replace(",", ""))
    assert beyond_the_edge(tmp_path / "cases.pdf") == []


def test_a_query_is_printed_whole(screen: Screen, tmp_path: Path) -> None:
    words = "".join(sheets(screen, "/definitions", tmp_path / "definitions.pdf"))
    longest = max((line.strip() for one in registry.all().values() for line in one.select.splitlines()), key=len)
    assert re.sub(r"\s", "", longest) in re.sub(r"\s", "", words)
    assert beyond_the_edge(tmp_path / "definitions.pdf") == []


@pytest.mark.parametrize(("path", "screen"), [("/delivery-plan", "dark")], indirect=["screen"])
def test_paper_is_white_whatever_the_screen(path: str, screen: Screen) -> None:
    screen.open(path)
    screen.page.emulate_media(media="print")
    ground = "one => getComputedStyle(document.querySelector(one)).backgroundColor"
    assert [screen.page.evaluate(ground, one) for one in ("html", "body")] == ["rgb(255, 255, 255)"] * 2
    assert screen.page.evaluate("() => getComputedStyle(document.documentElement).colorScheme") == "light"
