"""What is no export at all, whatever it is called, and what is one under another name."""

from pathlib import Path

from tests.gauntlet import made_workbooks as made
from tests.gauntlet.gauntlet import HEADERS, NAME, Case, Loaded, Refused, parametrize, rows, run, text, write

PLAIN = text(rows(3))
XLS = f"{NAME}.xls"
PAGE = "<html><head><style>td {}</style></head><body><table><tr><td>crime_ref</td></tr></table></body></html>"
EXCEL_2003 = (
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>'
)
WEB_ARCHIVE = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n\n'
    f"{PAGE}\n--x--\n"
)
SAVE_AGAIN = "What to do: open it in a spreadsheet, save it as .xlsx and load that"


def picture(data: bytes) -> bytes:
    """The first bytes of a picture, and some more."""
    return data + b"\0" * 50


CASES = [
    Case("a PNG called csv", write(b"\x89PNG\r\n\x1a\n" + b"\0" * 50), Refused("a picture (PNG)")),
    Case("a JPEG called csv", write(b"\xff\xd8\xff\xe0" + b"JFIF"), Refused("a picture (JPEG)")),
    Case("a PDF called csv", write(b"%PDF-1.7\n"), Refused("a PDF document")),
    Case(
        "a web page called xls",
        write("<html><table><tr><td>crime_ref</td></tr></table></html>", f"{NAME}.xls"),
        Refused("a web page (HTML), as some systems save for a spreadsheet"),
    ),
    Case("a GIF called csv", write(picture(b"GIF89a")), Refused("a picture (GIF)")),
    Case("a TIFF called csv", write(picture(b"MM\0*")), Refused("a picture (TIFF)")),
    Case("a BMP called csv", write(picture(b"BM\x36\x10\0\0")), Refused("a picture (BMP)")),
    Case("a WebP called xlsx", write(picture(b"RIFF\x10\0\0\0WEBP"), f"{NAME}.xlsx"), Refused("a picture (WebP)")),
    Case("a photo of a phone called csv", write(picture(b"\0\0\0\x18ftypheic")), Refused("a picture or a film")),
    Case("rich text called csv", write(b"{\\rtf1 crime_ref}"), Refused("a rich-text document")),
    Case("a database called csv", write(b"SQLite format 3\0"), Refused("a database file")),
    Case("an Access database", write(b"\0\1\0\0Standard Jet DB\0", f"{NAME}.mdb"), Refused("a database file")),
    Case("a gzip file", write(b"\x1f\x8b\x08", f"{NAME}.csv.gz"), Refused("a gzip archive")),
    Case("a packed tar archive", write(b"\x1f\x8b\x08", "set.tar.gz"), Refused("unpack it and load what it holds")),
    Case("a tar archive", write(b"a.csv".ljust(257, b"\0") + b"ustar", "set.tar"), Refused("a tar archive")),
    Case("a bzip2 file", write(b"BZh91AY&SY", f"{NAME}.csv.bz2"), Refused("a bzip2 archive")),
    Case("an xz file", write(b"\xfd7zXZ\0", f"{NAME}.csv.xz"), Refused("an xz archive")),
    Case("a 7z archive", write(b"7z\xbc\xaf\x27\x1c", "set.7z"), Refused("a 7z archive")),
    Case("a web page says what to do", write(PAGE, XLS), Refused(SAVE_AGAIN)),
    Case("a web page that begins with a remark", write("<!-- x -->" + PAGE, XLS), Refused("a web page (HTML)")),
    Case("a web page of two bytes a letter", write(PAGE, XLS, "utf-16"), Refused("a web page (HTML)")),
    Case("a web page called csv, after a BOM", write("\ufeff\n" + PAGE), Refused("a web page (HTML)")),
    Case("a spreadsheet of 2003 as XML", write(EXCEL_2003, XLS), Refused("a spreadsheet of 2003 saved as XML")),
    Case("XML", write('<?xml version="1.0"?><crimes/>', f"{NAME}.csv"), Refused("XML")),
    Case("a web archive called xls", write(WEB_ARCHIVE, XLS), Refused("a web archive (MHTML)")),
    Case("a symbolic link file", write('ID;PWXL;N;E\nC;Y1;X1;K"a"\nE\n'), Refused("a symbolic link file (SYLK)")),
    Case(
        "headers that begin like a symbolic link file",
        write(text([["ID;Person", *HEADERS[1:]], *rows(1)[1:]])),
        Refused("not read, nearest layout"),
    ),
    Case(
        "a message called csv",
        lambda folder: made.compound(folder / f"{NAME}.csv", {"x": b"y"}),
        Refused("no workbook"),
    ),
    Case("CSV called xlsx", write(PLAIN, f"{NAME}.xlsx"), Loaded(3)),
    Case("CSV called ods", write(PLAIN, f"{NAME}.ods"), Loaded(3)),
    Case("tab of two bytes a letter called xls", write(text(rows(3), "\t"), XLS, "utf-16"), Loaded(3)),
]


@parametrize(CASES)
def test_kind_of_file_is_told_by_its_bytes(case: Case, tmp_path: Path, small_store: Path) -> None:
    run(case, tmp_path, small_store)
