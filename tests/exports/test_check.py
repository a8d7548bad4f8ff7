"""The check: each forbidden thing, put into a good workbook, is found, named and the file removed."""

import shutil
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from hcdata.common.errors import ExportError
from hcdata.exports import check
from hcdata.exports.sheets import charts
from hcdata.exports.sheets.cells import COUNT, Value, count
from hcdata.exports.sheets.page import Page
from tests.exports import sample

Change = Callable[[Path], None]
BOOK, SHEET, RELS = "xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/_rels/sheet2.xml.rels"
PIVOT = '<pivotCaches><pivotCache cacheId="1"/></pivotCaches>'


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small workbook that passes: three sheets, a table and a chart on each."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator = book.properties.lastModifiedBy = sample.BY
    for name in ("Cover", "Repeat", "Actions"):
        page = Page(book, name, name, "What it says.", sample.ABOUT, (20, 10, 10, 10))
        page.heading("Recorded")
        block = page.table(("District", "Recorded"), [[Value("North"), count(1702)], [Value("South"), count(1650)]])
        page.beside(block, charts.columns(block, [2], name, "crimes", COUNT))
    path = tmp_path_factory.mktemp("good") / "good.xlsx"
    book.save(path)
    return path


def replace(part: str, old: str, new: str) -> Change:
    """Put `new` for the first `old` in a part of the file."""

    def change(path: Path) -> None:
        with ZipFile(path) as file:
            parts = {name: file.read(name) for name in file.namelist()}
        assert old.encode() in parts[part], "the workbook no longer holds what this test changes"
        parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
        with ZipFile(path, "w") as file:
            for name, held in parts.items():
                file.writestr(name, held)

    return change


def add(part: str, held: str = "<x/>") -> Change:
    """Add a part to the file."""

    def change(path: Path) -> None:
        with ZipFile(path, "a") as file:
            file.writestr(part, held)

    return change


def cells(name: str, *values: object) -> Change:
    """Write values down a new column of a sheet."""

    def fill(book: Workbook) -> None:
        for row, value in enumerate(values, start=10):
            book[name].cell(row, 30, value).number_format = "@"

    return edit(fill)


def edit(change: Callable[[Workbook], object]) -> Change:
    """Change the workbook as a person with a spreadsheet program would."""

    def run(path: Path) -> None:
        book = load_workbook(path)
        change(book)
        book.save(path)

    return run


FORBIDDEN: dict[str, tuple[Change, str]] = {
    "formula": (replace(SHEET, "<v>1702</v>", "<f>1701+1</f><v>1702</v>"), "holds a formula"),
    "formula typed in": (cells("Repeat", "=1+1"), "holds a formula"),
    "hidden sheet": (replace(BOOK, 'sheetId="3" state="visible"', 'sheetId="3" state="hidden"'), "a sheet is hidden"),
    "very hidden": (
        replace(BOOK, 'sheetId="3" state="visible"', 'sheetId="3" state="veryHidden"'),
        "a sheet is hidden",
    ),
    "hidden window": (replace(BOOK, 'visibility="visible"', 'visibility="hidden"'), "window is hidden"),
    "hidden row": (replace(SHEET, '<row r="5"', '<row hidden="1" r="5"'), "row 5 is hidden"),
    "row of no height": (
        edit(lambda book: setattr(book["Repeat"].row_dimensions[5], "height", 0.2)),
        "row 5 is hidden",
    ),
    "hidden column": (replace(SHEET, "<col ", '<col hidden="1" '), "column 1 is hidden"),
    "rows hidden by default": (
        replace(SHEET, "<sheetFormatPr ", '<sheetFormatPr zeroHeight="1" '),
        "hidden by default",
    ),
    "defined name": (
        replace(BOOK, "<definedNames>", '<definedNames><definedName name="crimes">Monthly!$A$1</definedName>'),
        "defines names",
    ),
    "pivot named": (replace(BOOK, "<definedNames>", PIVOT + "<definedNames>"), "pivot"),
    "external link": (replace(RELS, "<Relationship ", '<Relationship TargetMode="External" '), "outside itself"),
    "external book": (add("xl/externalLinks/externalLink1.xml"), "links to other workbooks"),
    "pivot cache": (add("xl/pivotCache/pivotCacheRecords1.xml"), "pivot"),
    "macro": (add("xl/vbaProject.bin"), "macros"),
    "comment": (add("xl/comments/comment1.xml"), "comments"),
    "embedded object": (add("xl/embeddings/oleObject1.bin"), "embedded"),
    "picture": (add("xl/media/image1.png"), "pictures"),
    "custom XML": (add("customXml/item1.xml"), "custom XML"),
    "custom properties": (add("docProps/custom.xml"), "custom properties"),
    "unknown part": (add("xl/notes.bin"), "not needed"),
    "list of values": (replace(SHEET, "<pageMargins", "<dataValidations/><pageMargins"), "lists of values"),
    "conditional format": (replace(SHEET, "<pageMargins", "<conditionalFormatting/><pageMargins"), "conditional"),
    "filter": (replace(SHEET, "<mergeCells", "<autoFilter/><mergeCells"), "a filter"),
    "value under a merge": (replace(SHEET, 'ref="A1:D1"', 'ref="A1:D40"'), "covers a value"),
    "another author": (replace("docProps/core.xml", sample.BY, "Another Person"), "somebody else (creator)"),
    "a description": (edit(lambda book: setattr(book.properties, "description", "For her")), "hold a description"),
    "no mark on the sheet": (edit(lambda book: setattr(book["Repeat"]["A1"], "value", "Repeat")), "first row"),
    "no header": (edit(lambda book: setattr(book["Repeat"].oddHeader.center, "text", None)), "its header"),
    "no footer": (edit(lambda book: setattr(book["Repeat"].oddFooter.center, "text", "OFFICIAL")), "its footer"),
    "chart with data": (
        replace("xl/charts/chart1.xml", "</numRef>", "<numCache><ptCount val='0'/></numCache></numRef>"),
        "copy of data",
    ),
    "text kept unshown": (add("xl/sharedStrings.xml"), "text apart from the cells"),
    "invisible format": (
        edit(lambda book: setattr(book["Repeat"]["A2"], "number_format", ";;;")),
        "number format of its own",
    ),
    "pseudonym": (cells("Repeat", "See N-3F09A2"), "a pseudonym"),
    "key": (cells("Repeat", "3f09a2c4b5d60718"), "a key of a person"),
    "reference": (cells("Actions", "as in 35/1234/26"), "a crime reference"),
    "long reference": (cells("Actions", "cri-35/01234/2026"), "a crime reference"),
    "postcode": (cells("Repeat", "near CB1 2AB"), "a postcode"),
    "e-mail": (cells("Actions", "ask someone@example.org"), "an e-mail"),
    "telephone": (cells("Actions", "ring 07700 900123"), "a telephone"),
    "insurance number": (cells("Actions", "QQ 12 34 56 C"), "National Insurance"),
    "field of a person": (cells("Repeat", "Date of birth"), "a person's field"),
    "stored field": (cells("Repeat", "Surname"), "a person's field"),
    "list of records": (cells("Repeat", *(f"CC-{n}" for n in range(20261, 20266))), "codes of records"),
    "too many rows": (cells("Repeat", *["more"] * 492), "501 rows"),
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_forbidden_thing_is_refused_and_nothing_else_is_named(name: str, good: Path, tmp_path: Path) -> None:
    change, said = FORBIDDEN[name]
    path = Path(shutil.copy(good, tmp_path / "copy.xlsx"))
    change(path)
    with pytest.raises(ExportError) as refused:
        check.examine(path, by=sample.BY, marking=sample.MARKING)
    named = refused.value.found.split("; ")
    assert any(said in fault for fault in named)
    assert [fault for fault in named if said not in fault and "cannot be read back" not in fault] == []
    assert not path.exists()


def test_a_good_workbook_passes_and_stays(good: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(good, tmp_path / "copy.xlsx"))
    check.examine(path, by=sample.BY, marking=sample.MARKING)
    assert path.exists()


def test_another_marking_is_missed_on_every_sheet(good: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(good, tmp_path / "copy.xlsx"))
    with pytest.raises(ExportError) as refused:
        check.examine(path, by=sample.BY, marking="SECRET")
    assert refused.value.found.count("not marked") == 3 * len(load_workbook(good).sheetnames)


@pytest.mark.parametrize("held", [b"", b"PK\x03\x04 not a workbook", b"Crime,Victim"])
def test_a_file_that_is_no_workbook_is_refused(held: bytes, tmp_path: Path) -> None:
    path = tmp_path / "copy.xlsx"
    path.write_bytes(held)
    with pytest.raises(ExportError, match="cannot be read back"):
        check.examine(path, by="", marking="OFFICIAL")
    assert not path.exists()


@pytest.mark.parametrize(
    "text", ["by 31/10/2026", "12/05/26", "24/7 line", "year 2025/26", "R12 is 1,702", "DP-01", "E07000012", sample.BY]
)
def test_plain_words_pass(text: str, good: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(good, tmp_path / "copy.xlsx"))
    cells("Actions", text)(path)
    check.examine(path, by=sample.BY, marking=sample.MARKING)


def test_the_one_who_made_it_may_be_an_address(good: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(good, tmp_path / "copy.xlsx"))
    author = "analyst@force.example"

    def sign(book: Workbook) -> None:
        book.properties.creator = book.properties.lastModifiedBy = author
        book["Cover"].cell(60, 9, author).number_format = "@"

    edit(sign)(path)
    check.examine(path, by=author, marking=sample.MARKING)
