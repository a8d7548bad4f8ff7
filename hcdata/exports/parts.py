"""What a workbook file is made of: only the parts, elements and links that values and charts need."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

from hcdata.exports import alt_text, worksheet

# Every part a workbook of values and charts consists of: ECMA-376 part 1, 12.3 and 14.2.
ALLOWED = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(app|core)\.xml"
    r"|xl/(workbook|styles)\.xml|xl/_rels/workbook\.xml\.rels|xl/theme/theme1\.xml"
    r"|xl/worksheets/sheet\d+\.xml|xl/worksheets/_rels/sheet\d+\.xml\.rels"
    r"|xl/drawings/drawing\d+\.xml|xl/drawings/_rels/drawing\d+\.xml\.rels|xl/charts/chart\d+\.xml"
)
# What the forbidden parts are called by people.
NAMED = {
    "vbaProject": "macros",
    "pivot": "a pivot table or its cache",
    "externalLinks": "links to other workbooks",
    "comments": "comments",
    "threadedComments": "comments",
    "persons": "comments",
    "embeddings": "embedded objects",
    "activeX": "controls",
    "ctrlProps": "controls",
    "media": "pictures",
    "customXml": "custom XML",
    "docProps/custom": "custom properties",
    "connections": "data connections",
    "queryTables": "data connections",
    "model": "a data model",
    "printerSettings": "printer settings",
    "sharedStrings": "text apart from the cells",
    "macrosheets": "macro sheets",
}
# Property parts that may hold a person's name.
_PEOPLE = ("creator", "lastModifiedBy", "Manager")
_PLAIN = frozenset(
    {"title", "subject", "created", "modified", "Application", "AppVersion", "DocSecurity", "ScaleCrop", "SharedDoc"}
    | {"LinksUpToDate", "HyperlinksChanged", "HeadingPairs", "TitlesOfParts", "TotalTime"}
)
PRINT_NAMES = ("_xlnm.Print_Titles", "_xlnm.Print_Area")


def faults(path: Path, by: str) -> Iterator[str]:
    """Yield what the file holds beyond values and charts; no value of a cell is named."""
    with ZipFile(path) as file:
        names = file.namelist()
        for name in names:
            if not ALLOWED.fullmatch(name):
                what = next((said for part, said in NAMED.items() if part in name), "a part that is not needed")
                yield f"it holds {what}"
        content = {name: file.read(name) for name in names if name.endswith((".xml", ".rels"))}
    trees = {name: fromstring(data) for name, data in content.items()}
    titles = alt_text.titles(content)
    for name, tree in trees.items():
        if name.endswith(".rels"):
            yield from _links(tree)
        elif name.startswith("docProps/"):
            yield from _properties(tree, by)
        elif name.startswith("xl/charts/"):
            yield from _chart(tree)
        elif name.startswith("xl/drawings/"):
            yield from _drawing(tree, titles)
        elif name.startswith("xl/worksheets/"):
            yield from worksheet.faults(tree, name.removeprefix("xl/worksheets/").removesuffix(".xml"))
    yield from _workbook(trees["xl/workbook.xml"])


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def _links(tree: Element) -> Iterator[str]:
    if any(link.get("TargetMode") == "External" for link in tree):
        yield "it links to something outside itself"


def _properties(tree: Element, by: str) -> Iterator[str]:
    for element in tree:
        name, text = local(element), (element.text or "").strip()
        if name in _PEOPLE and text not in ("", by):
            yield f"its properties name somebody else ({name})"
        elif name not in (*_PEOPLE, *_PLAIN) and text:
            yield f"its properties hold a {name}"


def _chart(tree: Element) -> Iterator[str]:
    kinds = {local(element) for element in tree.iter()}
    if kinds & {"externalData", "userShapes", "pivotSource"}:
        yield "a chart draws on something outside the sheets"
    if kinds & {"strCache", "numCache", "strLit", "numLit", "multiLvlStrCache"}:
        yield "a chart keeps a copy of data"


def _drawing(tree: Element, titles: set[str]) -> Iterator[str]:
    said = {element.get("descr", "") for element in tree.iter() if local(element) == "cNvPr"}
    if not said <= {"", *titles}:
        yield "a drawing says something other than its chart's title"


def _workbook(tree: Element) -> Iterator[str]:
    for element in tree.iter():
        kind = local(element)
        if kind == "sheet" and element.get("state", "visible") != "visible":
            yield "a sheet is hidden"
        if kind == "workbookView" and element.get("visibility", "visible") != "visible":
            yield "its window is hidden"
        if kind == "definedName" and element.get("name") not in PRINT_NAMES:
            yield "it defines names other than print titles and areas"
        if kind in ("externalReference", "pivotCache"):
            yield f"it holds {NAMED['pivot'] if kind == 'pivotCache' else NAMED['externalLinks']}"
