"""Sound exports in every form we read, and the ways bytes get broken."""

import io
import json
import tempfile
import zipfile
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from tests.gauntlet import made_workbooks as made
from tests.gauntlet.gauntlet import rows, text

# What a broken file is likely to hold where it should not.
TOKENS = [
    *(b'"', b"\n", b"\r", b",", b";", b"\t", b"|", b"\0", b"\x1a", b"\xff\xfe", b"\xef\xbb\xbf", b"PK\3\4", b"&x;"),
    *(b"<", b"</f></c>", b"<row ", b'r="XFD1048576"', b"[[[[", b"{", b'""', b"\xed\xa0\x80", b"=1+1", b"31/02/2026"),
    *(b"1e999", b"-0", b"9" * 400, b"Total", b"crime_ref", b"recorded", b"0\xb0", b"\\u0000"),
]
BREAKS = st.lists(
    st.tuples(
        st.sampled_from(["cut", "insert", "replace", "repeat", "swap"]),
        st.floats(0, 1),
        st.one_of(st.sampled_from(TOKENS), st.binary(min_size=1, max_size=6)),
        st.integers(1, 300),
    ),
    min_size=1,
    max_size=4,
)


@cache
def sound() -> dict[str, bytes]:
    """File name -> bytes of the same rows in every form."""
    table = rows(12)
    plain = text(table)
    found = {
        "crime_2026-12-31.csv": plain.encode(),
        "semicolons_2026-12-31.txt": text(table, ";", "\r\n").encode("cp1252"),
        "wide_2026-12-31.tsv": text(table, "\t").encode("utf-16"),
        "quoted_2026-12-31.csv": ('"' + plain.replace(",", '","').replace("\n", '"\n"')).encode(),
        "records_2026-12-31.json": json.dumps([dict(zip(table[0], row, strict=True)) for row in table[1:]]).encode(),
    }
    with tempfile.TemporaryDirectory() as folder:
        for name, write in (("xlsb", made.xlsb), ("xls", made.xls), ("ods", made.ods)):
            found[f"book_2026-12-31.{name}"] = write(Path(folder) / f"book.{name}", table).read_bytes()
        found["book_2026-12-31.xlsx"] = made.xlsx(Path(folder) / "book.xlsx", {"Crimes": table}).read_bytes()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("crime_2026-12-31.csv", plain)
    found["set.zip"] = out.getvalue()
    # Stored and not packed: what is broken then reaches the parts themselves, and not only their checksums.
    found["stored_2026-12-31.xlsx"] = _stored(found["book_2026-12-31.xlsx"])
    found["stored_2026-12-31.ods"] = _stored(found["book_2026-12-31.ods"])
    found["stored_2026-12-31.xlsb"] = _stored(found["book_2026-12-31.xlsb"])
    return found


def _stored(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()


def broken_part(name: str, data: bytes, breaks: list[tuple[str, float, bytes, int]]) -> bytes:
    """Break the bytes; of a stored workbook its largest part, packed again with a checksum that fits."""
    if not name.startswith("stored_"):
        return broken(data, breaks)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        parts = {part: old.read(part) for part in old.namelist()}
        target = max(
            (part for part in parts if "sheet" in part or "content" in part), key=lambda part: len(parts[part])
        )
        for part, body in parts.items():
            new.writestr(part, broken(body, breaks) if part == target else body)
    return out.getvalue()


def broken(data: bytes, breaks: list[tuple[str, float, bytes, int]]) -> bytes:
    """Apply breaks one after the other, each at a share of the length."""
    for kind, share, token, length in breaks:
        at = int(len(data) * share)
        match kind:
            case "cut":
                data = data[:at]
            case "insert":
                data = data[:at] + token + data[at:]
            case "replace":
                data = data[:at] + token + data[at + len(token) :]
            case "repeat":
                data = data[:at] + data[at : at + length] * 3 + data[at + length :]
            case _:
                data = data[at : at + length] + data[:at] + data[at + length :]
    return data
