"""The raw XML of one worksheet: values only, every row and column to be seen."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from openpyxl.utils.cell import range_boundaries

# Children of a worksheet that values, charts and print set-up need: ECMA-376 part 1, 18.3.1.99.
ALLOWED = frozenset(
    {"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "mergeCells"}
    | {"printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "drawing"}
)
NAMED = {
    "conditionalFormatting": "conditional formats",
    "dataValidations": "lists of values behind cells",
    "legacyDrawing": "comments or controls",
    "oleObjects": "embedded objects",
    "controls": "controls",
    "hyperlinks": "links",
    "autoFilter": "a filter",
    "extLst": "extensions",
    "tableParts": "tables",
    "customSheetViews": "other views",
}
# Points or characters below which nobody sees a row or column.
SEEN = 1.0


def faults(tree: Element, name: str) -> Iterator[str]:
    """Yield what is live or unseen on a sheet, by the sheet's file name and the row or column."""
    for child in tree:
        kind = _local(child)
        if kind not in ALLOWED:
            yield f"{name} holds {NAMED.get(kind, 'something that is not needed')}"
        if kind == "cols":
            yield from (f"{name}: column {column.get('min')} is hidden" for column in child if _unseen(column, "width"))
        if kind == "sheetFormatPr" and child.get("zeroHeight") in ("1", "true"):
            yield f"{name}: rows are hidden by default"
        if kind == "sheetData":
            yield from _rows(child, name)
    if _covered(tree):
        yield f"{name}: a merged range covers a value"


def _rows(data: Element, name: str) -> Iterator[str]:
    for row in data:
        if _unseen(row, "ht"):
            yield f"{name}: row {row.get('r')} is hidden"
        for cell in row:
            if any(_local(part) == "f" for part in cell):
                yield f"{name}: {cell.get('r')} holds a formula"


def _unseen(element: Element, size: str) -> bool:
    return element.get("hidden") in ("1", "true") or float(element.get(size, SEEN)) < SEEN


def _covered(tree: Element) -> bool:
    """Say whether a cell under a merged range, other than its first, holds anything."""
    covered: set[tuple[int, int]] = set()
    for merged in tree.iter():
        if _local(merged) == "mergeCell":
            left, top, right, bottom = range_boundaries(merged.get("ref"))
            inside = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
            covered |= inside - {(top, left)}
    filled = (range_boundaries(cell.get("r"))[:2] for cell in tree.iter() if _local(cell) == "c" and len(cell))
    return any((row, column) in covered for column, row in filled)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
