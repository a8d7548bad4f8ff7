"""Encodings and line ends of text files: read as the same rows, or refused in words."""

from pathlib import Path

from tests.gauntlet.gauntlet import CANARY, HEADERS, Case, Loaded, Refused, parametrize, row, rows, run, text, write

PLAIN = text(rows(3))
QUOTED = text([HEADERS, row(1, address=f'"{CANARY}\nsecond line"'), row(2)])
ACCENTS = text([HEADERS, row(1, district="“Hunts”"), row(2, address="Zoë’s – £5")])
TITLED = [*HEADERS[:4], "offence_title"]
TITLES = "SELECT offence_title FROM crime_version WHERE crime_ref LIKE '35/_/26' ORDER BY crime_ref"

CASES = [
    Case("UTF-8 with BOM", write(PLAIN, encoding="utf-8-sig"), Loaded(3)),
    Case("UTF-16 with mark", write(PLAIN, encoding="utf-16"), Loaded(3)),
    Case("UTF-16 little end first", write("\ufeff" + PLAIN, encoding="utf-16-le"), Loaded(3)),
    Case("UTF-16 big end first", write("\ufeff" + PLAIN, encoding="utf-16-be"), Loaded(3)),
    Case("UTF-16 without a mark, little", write(PLAIN, encoding="utf-16-le"), Loaded(3)),
    Case("UTF-16 without a mark, big", write(PLAIN, encoding="utf-16-be"), Loaded(3)),
    Case(
        "UTF-16 cut in the middle of a letter",
        write((PLAIN + "x").encode("utf-16")[:-1]),
        Loaded(4, {"wrong_cell_count": 1}),
    ),
    Case("cp1252 with smart quotes", write(ACCENTS, encoding="cp1252"), Loaded(2, faults={"district unmapped": 1})),
    Case("a byte of no encoding", write(PLAIN.encode() + b"35/4/26,05/05/2026,Hunts,Race,\x81\x8d\n"), Loaded(4)),
    Case(
        "UTF-8 with a line of cp1252 pasted in",
        write(
            text([TITLED, *(row(number, address="Zoë’s") for number in (1, 2))]).encode()
            + text([row(3, address="Zoë’s")]).encode("cp1252")
        ),
        Loaded(3, query=TITLES, rows=[("Zoë’s",)] * 3),
    ),
    Case(
        "cp1252 whose capitals read as UTF-8 by chance",
        write(text([TITLED, row(1, address="JOSÉ’S"), row(2, address="Zoë’s café")]), encoding="cp1252"),
        Loaded(2, query=TITLES, rows=[("JOSÉ’S",), ("Zoë’s café",)]),
    ),
    Case("two BOMs", write("\ufeff\ufeff" + PLAIN), Loaded(3)),
    Case(
        "a BOM before each of two exports pasted together",
        write("\ufeff" + PLAIN + "\ufeff" + text([HEADERS, row(4)]) + "\ufeff" + text([row(5)])),
        Loaded(6, {"bad_reference": 1}),
    ),
    Case(
        "a BOM and a quoted header",
        write("\ufeff" + PLAIN.replace("crime_ref", '"crime_ref"')),
        Loaded(3),
    ),
    Case("CRLF", write(text(rows(3), end="\r\n")), Loaded(3)),
    Case("lone CR", write(text(rows(3), end="\r")), Loaded(3)),
    Case("line ends mixed", write(PLAIN + text([row(4)], end="\r\n") + text([row(5)], end="\r")), Loaded(5)),
    Case("no line end at the end", write(PLAIN.rstrip("\n")), Loaded(3)),
    Case("end mark of old systems", write(PLAIN + "\x1a"), Loaded(4, {"wrong_cell_count": 1})),
    Case("line feed in a quoted cell", write(QUOTED), Loaded(2)),
    Case("commas and doubled marks in a cell", write(text([HEADERS, row(1, address='"a, ""b"", c"')])), Loaded(1)),
    Case(
        "lone CR with a line feed in a quoted cell",
        write(text([HEADERS, row(1, address='"a\nb"'), row(2)], end="\r")),
        Loaded(2),
    ),
    Case(
        "CRLF with a line feed in a quoted cell",
        write(text([HEADERS, row(1, address='"a\nb"'), row(2)], end="\r\n")),
        Loaded(2),
    ),
    Case("every line end doubled", write(PLAIN.replace("\n", "\r\r\n")), Loaded(3)),
    *(
        Case(
            f"lines that end in {name}{after!r}",
            write(PLAIN.strip().replace("\n", mark) + after),
            Refused(f"a single line, in which {name} stands where lines should end"),
        )
        for name, mark in {
            "U+2028": "\u2028",
            "U+2029": "\u2029",
            "U+0085": "\x85",
            "U+000B": "\v",
            "U+000C": "\f",
            "U+001E": "\x1e",
        }.items()
        for after in ("", "\n")
    ),
]


@parametrize(CASES)
def test_encodings_and_line_ends(case: Case, tmp_path: Path, small_store: Path) -> None:
    run(case, tmp_path, small_store)
