"""Text files as they come: separators, ragged rows, titles and totals, and what is no text at all."""

import os
from pathlib import Path

import pytest

from tests.gauntlet.gauntlet import (
    CANARY,
    HEADERS,
    NAME,
    Case,
    Loaded,
    Refused,
    parametrize,
    row,
    rows,
    run,
    text,
    write,
)

PLAIN = text(rows(3))
WIDE = "District,Strand,Apr-25,May-25,June 2025,2025-07\nHunts,Race,1,2,3,4\n"
VICTIMS = "SELECT len(victims), other_victims FROM crime_version WHERE crime_ref LIKE '35/_/26' ORDER BY crime_ref"
NO_SUCH = "35/1/26,31/02/2026,Hunts,Race,here\n"


def _large(folder: Path, name: str, size: int, mode: str = "wb") -> None:
    with (folder / name).open(mode) as out:
        out.truncate(size)


def _endless(folder: Path, encoding: str = "utf-8") -> None:
    write(PLAIN + "x" * (17 << 20), encoding=encoding)(folder)


def _unreadable(folder: Path) -> None:
    write(PLAIN)(folder)
    (folder / f"{NAME}.csv").chmod(0)


def _link_out(folder: Path) -> None:
    (folder.parent / "outside.csv").write_text(PLAIN, encoding="utf-8")
    (folder / f"{NAME}.csv").symlink_to(folder.parent / "outside.csv")


def _link_to_folder(folder: Path) -> None:
    write(PLAIN)(folder)
    (folder.parent / "aside").mkdir()
    (folder / "elsewhere").symlink_to(folder.parent / "aside")


CASES = [
    Case("comma", write(PLAIN), Loaded(3)),
    Case("semicolon", write(text(rows(3), ";")), Loaded(3)),
    Case("tab in a file called csv", write(text(rows(3), "\t")), Loaded(3)),
    Case("pipe", write(text(rows(3), "|"), f"{NAME}.txt"), Loaded(3)),
    Case("tab as tsv", write(text(rows(3), "\t"), f"{NAME}.tsv"), Loaded(3)),
    Case("ending in capitals", write(PLAIN, f"{NAME}.CSV"), Loaded(3)),
    Case("spreadsheet's own separator line", write("sep=;\n" + text(rows(3), ";")), Loaded(3)),
    Case("delimited text called xls", write(text(rows(3), "\t"), f"{NAME}.xls"), Loaded(3)),
    Case("separators at the end of every row", write(PLAIN.replace("\n", ",,\n")), Loaded(3)),
    Case(
        "separators at the end of rows but not of headers",
        write(PLAIN.replace("/26,", "/26,").replace(f"{CANARY}\n", f"{CANARY},,,\n")),
        Loaded(3),
    ),
    Case("every cell quoted", write(text([[f'"{cell}"' for cell in line] for line in rows(3)])), Loaded(3)),
    Case(
        "quotation marks escaped by a stroke",
        write(text([HEADERS, row(1, address='"a \\"b\\" c"'), row(2)])),
        Refused("a quotation mark is opened or closed in the wrong place"),
    ),
    Case("a separator line in quotation marks", write('"sep=;"\n' + text(rows(3), ";")), Loaded(3)),
    Case("a separator line after a BOM", write("\ufeffsep=;\r\n" + text(rows(3), ";", "\r\n")), Loaded(3)),
    Case("a separator nobody knows", write(text(rows(3), "^")), Refused("no layout knows any of its headers")),
    Case("blank lines between rows", write(PLAIN.replace("\n", "\n\n,,,,\n")), Loaded(3)),
    Case(
        "ragged rows",
        write(PLAIN + "35/4/26,05/05/2026,Hunts\n35/5/26,05/05/2026,Hunts,Race,a,b\n"),
        Loaded(5, {"wrong_cell_count": 2}),
    ),
    Case("headers twice", write(PLAIN + PLAIN), Loaded(7, {"bad_reference": 1}, records=3)),
    Case(
        "two exports pasted together, with a title between",
        write(PLAIN + "\nCrimes June\n\n" + text([HEADERS, row(4)])),
        Loaded(6, {"bad_reference": 1, "wrong_cell_count": 1}),
    ),
    Case(
        "two exports pasted together, the columns of the second in another order",
        write(PLAIN + text([["crime_ref", "recorded", "strands", "district", "address"], row(4)])),
        Refused("from row 5 on a second table stands under the first"),
    ),
    Case(
        "the header row sorted in among the records",
        write(text([row(1), row(2), HEADERS, row(3)])),
        Refused("row 1 holds a record, but the headers stand below it, on row 3"),
    ),
    Case(
        "title rows that say a number and a date",
        write(text([["Run 2", "31/10/2026 10:00"], ["Report", "35/1/26"], HEADERS, row(3)])),
        Loaded(1),
    ),
    Case(
        "a table of contacts under the crimes",
        write(PLAIN + text([["crime_ref", "contact", "rank", "", ""], ["35/77/26", "09/05/2026 10:00", "PS", "", ""]])),
        Refused("from row 5 on a second table stands under the first"),
    ),
    Case(
        "a header's word in place of a reference",
        write(PLAIN + text([["crime_ref", "35/9/26", "", "", ""], row(4)])),
        Loaded(5, {"bad_reference": 1}),
    ),
    Case(
        "a part of the headers met again",
        write(PLAIN + text([["crime_ref", "recorded", "", "", ""], row(4)])),
        Loaded(5, {"bad_reference": 1}),
    ),
    Case(
        "notes that stand beside the headers",
        write(text([[*HEADERS, "ring 07700 900123", "a@b.uk", "Remarks"], [*row(1), "", "", ""]])),
        Loaded(1, says=["columns not used: (not shown), (not shown), Remarks"]),
    ),
    Case(
        "a link to a folder",
        _link_to_folder,
        Loaded(3, says=["elsewhere: not read, a link to a folder or to nothing"]),
    ),
    Case(
        "roles and types of persons nobody knows",
        write(
            text(
                [
                    [*HEADERS, "person_role", "person_type", "person_id"],
                    [*row(1), "IP", "Individual", "U1"],
                    [*row(2), "Bystander", "Individual", "U2"],
                    [*row(3), "Victim", "Martian", "U3"],
                    [*row(4), "Witness", "", "U4"],
                ]
            )
        ),
        Loaded(
            4,
            faults={"person_role unmapped": 1, "person_type unmapped": 1},
            query=VICTIMS,
            rows=[(1, 0), (0, 0), (0, 1), (0, 0)],
        ),
    ),
    Case("header row alone", write(text([HEADERS])), Loaded(0)),
    Case(
        "header row alone, and no date anywhere",
        write(text([HEADERS]), "crime.csv"),
        Refused("nothing says up to when"),
    ),
    Case(
        "columns of cancelling that say nothing",
        write(
            text(
                [
                    [*HEADERS, "cancel_reason", "cancelled_date"],
                    [*row(1), "N/A", "01/01/1900"],
                    [*row(2), "None", "-"],
                    [*row(3), "Form 7", ""],
                    [*row(4), "", "31/02/2026"],
                ]
            )
        ),
        Loaded(
            4,
            faults={"cancel_reason unmapped": 1, "cancelled_date placeholder": 1, "cancelled_date unreadable": 2},
            query="SELECT cancelled FROM crime_version WHERE crime_ref LIKE '35/_/26' ORDER BY crime_ref",
            rows=[(False,), (False,), (True,), (True,)],
        ),
    ),
    Case(
        "headers that take a hundred kilobytes",
        write(text([[*HEADERS, *(f"{'x' * 900} {n}" for n in range(120))], [*row(1), *["0"] * 120]])),
        Loaded(1),
    ),
    Case("a million columns", write(f"crime_ref,recorded{',x' * 1_000_000}\n"), Refused("more than the 2,000 columns")),
    Case("one row", write(text(rows(1))), Loaded(1)),
    Case("a row without a header", write(text([row(1)])), Refused("no layout knows any of its headers")),
    Case("nothing but rejected rows", write(text([HEADERS]) + NO_SUCH), Loaded(1, {"unreadable_date": 1})),
    Case("months as columns", write(WIDE), Refused("months stand as columns: counts, not records")),
    Case("0 bytes", write(b""), Refused("empty file")),
    Case("white space only", write("\n \n\t\n"), Refused("it is empty")),
    Case("BOM only", write(b"\xef\xbb\xbf"), Refused("it is empty")),
    Case(
        "title, marking and notes about the table",
        write('OFFICIAL\n"Crimes, monthly"\n\n' + PLAIN + "\n\nTotal,3\nEnd of report\n"),
        Loaded(5, {"footer_row": 2}),
    ),
    Case(
        "totals with figures in many columns",
        write(PLAIN + "Total,,3,3,3\nGrand total:,3,3,3,3\nSub-total,3,3,3,\n"),
        Loaded(6, {"footer_row": 3}),
    ),
    Case(
        "subtotal of a district", write(PLAIN + "Hunts Total,,,3,\n,,Hunts subtotal,3,\n"), Loaded(5, {"footer_row": 2})
    ),
    Case(
        "headers in other letters and spaces",
        write(PLAIN.replace("crime_ref", " CRIME_REF ").replace("recorded", "Recorded\u00a0")),
        Loaded(3),
    ),
    Case(
        "one header twice",
        write(text([[*HEADERS, "district"], [*row(1), "Fenland"]])),
        Loaded(
            1,
            says=["more than one column is headed district: the first is read"],
            query="SELECT district FROM crime_version WHERE crime_ref = '35/1/26'",
            rows=[("huntingdonshire",)],
        ),
    ),
    Case(
        "columns nobody asked for",
        write(text([[*HEADERS, "MO"], [*row(1), "free text"]])),
        Loaded(1, says=["columns not used: MO"]),
    ),
    Case(
        "two hundred columns",
        write(text([[*HEADERS, *(f"x{n}" for n in range(200))], [*row(1), *["0"] * 200]])),
        Loaded(1),
    ),
    Case("a cell that is a formula", write(text([HEADERS, row(1, address="=cmd|' /C calc'!A0")])), Loaded(1)),
    Case(
        "SQL in a cell and in a header",
        write(text([[*HEADERS, "x'); DROP TABLE load;--"], [*row(1, strands="'; DROP TABLE crime_version; --"), ""]])),
        Loaded(1, faults={"strands unmapped": 1}),
    ),
    Case("a name of the file that is SQL", write(PLAIN, "x'; DROP TABLE load; -- _2026-12-31.csv"), Loaded(3)),
    Case(
        "a quotation mark never closed",
        write(PLAIN + '35/4/26,05/05/2026,Hunts,Race,"open\n' + text([row(5)])),
        Refused("a quotation mark is opened or closed in the wrong place"),
    ),
    Case("a cell of a million letters", write(PLAIN + f"35/4/26,05/05/2026,Hunts,Race,{'x' * 1_000_000}\n"), Loaded(4)),
    Case("a line without end", _endless, Refused("a line longer than 16 MB")),
    Case(
        "a line without end, two bytes a letter",
        lambda folder: _endless(folder, "utf-16-le"),
        Refused("a line longer than 16 MB"),
    ),
    Case(
        "a cell of a million letters, read row by row",
        write(PLAIN + f'\n35/4/26,05/05/2026,Hunts,Race,"{"x" * 1_000_000}"\n'),
        Loaded(4),
    ),
    Case("a zero byte in a cell", write(PLAIN.replace("Hunts", "Hu\0nts", 1)), Refused("it holds zero bytes")),
    Case("zero bytes", write(PLAIN.encode() + b"\0\0"), Refused("not a text file (it holds zero bytes)")),
    Case("UTF-32", write(PLAIN, encoding="utf-32"), Refused("not a text file")),
    Case(
        "noise called csv",
        write(bytes(n * 7 % 255 + 1 for n in range(5000))),
        Refused("not a text file (it is full of control characters)"),
    ),
    Case("a file of no known kind", write("hello", "notes.log"), Refused("neither delimited text nor a workbook")),
    Case("a lock file of a spreadsheet", write(PLAIN, f"~${NAME}.csv"), Refused("Nothing changed.")),
    Case(
        "a text file of nine gigabytes",
        lambda folder: _large(folder, f"{NAME}.csv", 9 << 30),
        Refused("larger than the 8 GB"),
    ),
    Case(
        "headers and two gigabytes of nothing",
        lambda folder: (write(PLAIN)(folder), _large(folder, f"{NAME}.csv", 2 << 30, "r+b")),
        Refused("zero bytes"),
    ),
    Case("two gigabytes of nothing", lambda folder: _large(folder, f"{NAME}.csv", 2 << 30), Refused("zero bytes")),
    Case("a link out of the folder", _link_out, Refused("a link that leads out of the folder")),
]


@parametrize(CASES)
def test_text_file_ends_as_expected(case: Case, tmp_path: Path, small_store: Path) -> None:
    run(case, tmp_path, small_store)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root and Windows read a file without rights to it")
def test_a_file_we_may_not_read_is_said(tmp_path: Path, small_store: Path) -> None:
    run(Case("no rights", _unreadable, Refused("the system does not let us open it")), tmp_path, small_store)
