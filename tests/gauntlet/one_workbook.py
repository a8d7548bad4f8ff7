"""One workbook of the gauntlet's rows, as a case writes it."""

from collections.abc import Callable
from pathlib import Path

from tests.gauntlet import made_workbooks as made
from tests.gauntlet.gauntlet import HEADERS, NAME

XLSX = f"{NAME}.xlsx"
FORMULA = (
    '<row r="1">' + "".join(made.text_cell(f"{c}1", h) for c, h in zip("ABCDE", HEADERS, strict=True)) + "</row>"
    '<row r="2">' + made.text_cell("A2", "35/1/26") + '<c r="B2"><f>TODAY()</f><v>46147.5</v></c>'
    '<c r="C2" t="str"><f>"Hu"&amp;"nts"</f><v>Hunts</v></c><c r="D2"><f>D1</f></c></row>'
)


def book(sheets: dict[str, made.Rows], name: str = XLSX, **ways: list[str]) -> Callable[[Path], object]:
    """Return what writes an XLSX."""
    return lambda folder: made.xlsx(folder / name, sheets, **ways)
