"""Workbooks that cannot be read: locked, cut short, lying about themselves, or too large to hold."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hcdata.common.errors import LoadError
from hcdata.ingest.files import workbook_file, workbook_parts
from tests.gauntlet import made_workbooks as made
from tests.gauntlet.gauntlet import NAME, Case, Refused, parametrize, rows, run, write
from tests.gauntlet.one_workbook import FORMULA, XLSX, book


def _cut(folder: Path, name: str, share: float) -> None:
    file = folder / name
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])


def _broken(share: float) -> Callable[[Path], object]:
    return lambda folder: (book({"Crimes": rows(40)})(folder), _cut(folder, XLSX, share))


def _lying(folder: Path) -> None:
    """State a part's length as far less than it is: what a bomb does to pass a check of the stated lengths."""
    made.raw_xlsx(folder / XLSX, FORMULA)
    data = (folder / XLSX).read_bytes()
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    (folder / XLSX).write_bytes(data[: at + 24] + (10).to_bytes(4, "little") + data[at + 28 :])


def _protected(folder: Path) -> None:
    made.compound(folder / XLSX, {"EncryptionInfo": b"\4\0\4\0", "EncryptedPackage": b"secret"})


def _word(folder: Path) -> None:
    with zipfile.ZipFile(folder / XLSX, "w") as document:
        document.writestr("[Content_Types].xml", "<Types/>")
        document.writestr("word/document.xml", "<document/>")


CASES = [
    Case("a password", _protected, Refused("protected by a password")),
    Case(
        "an XLS with a password",
        lambda folder: made.xls(folder / f"{NAME}.xls", rows(3), password=True),
        Refused("protected by a password"),
    ),
    Case("cut in half", _broken(0.5), Refused("the workbook cannot be opened")),
    Case("cut at the end", _broken(0.98), Refused("the workbook cannot be opened")),
    Case("its first letters alone", write(b"PK\x03\x04", XLSX), Refused("the workbook cannot be opened")),
    Case("words called xlsx", write("no workbook", XLSX), Refused("no layout knows any of its headers")),
    Case("noise called xlsx", write(b"\0\1\2\3" * 50, XLSX), Refused("the workbook cannot be opened")),
    Case(
        "an XLS cut in half",
        lambda folder: (made.xls(folder / f"{NAME}.xls", rows(3)), _cut(folder, f"{NAME}.xls", 0.5)),
        Refused("cannot be opened"),
    ),
    Case(
        "a part that is not what it says",
        lambda folder: made.raw_xlsx(folder / XLSX, "<row r='1'><c"),
        Refused("damaged"),
    ),
    Case("a Word document called xlsx", _word, Refused("an office document that is no workbook")),
    Case("a part longer than it states", _lying, Refused("the workbook is damaged")),
    Case(
        "one stray cell in the last corner",
        lambda folder: made.raw_xlsx(
            folder / XLSX, FORMULA + '<row r="1048576">' + made.text_cell("XFD1048576", "x") + "</row>"
        ),
        Refused("far more cells than it shows"),
    ),
    Case(
        "an outside entity",
        lambda folder: made.raw_xlsx(folder / XLSX, FORMULA.replace("35/1/26", "&x;")),
        Refused("damaged"),
    ),
]


@parametrize(CASES)
def test_damaged_workbook_ends_as_expected(case: Case, tmp_path: Path, small_store: Path) -> None:
    run(case, tmp_path, small_store)


def test_a_workbook_too_large_to_hold_is_refused(
    tmp_path: Path, small_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_file, "MOST_BYTES", 3000)
    run(Case("large", book({"Crimes": rows(300)}), Refused("larger than the")), tmp_path, small_store)


def test_a_workbook_too_large_when_unpacked_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book({"Crimes": rows(300)})(tmp_path)
    monkeypatch.setattr(workbook_parts, "MOST_BYTES", 3000)
    with pytest.raises(LoadError, match="when it is unpacked"):
        workbook_parts.check(tmp_path / XLSX)
