"""One look at every byte of a text file: its digest, its encoding, and whether DuckDB may read it."""

import codecs
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

from hcdata.common.errors import LoadError
from hcdata.ingest.files import encoding
from hcdata.ingest.files.content import CONTROL
from hcdata.ingest.files.grid import HEAD_ROWS

# A line is held in memory whole; a record with free text takes some kilobytes.
MOST_LINE = 16 << 20
# Small enough to stay in a processor's cache while it is looked at.
_CHUNK = 1 << 20
# Up to here a file is read row by row: DuckDB has nothing to gain.
_SMALL = 1 << 16
# The state of a decoder that has no half letter left over.
_BETWEEN_LETTERS = (b"", 0)
# More control characters than one in this many, and it is no text.
_MOST_CONTROL = 50


def scan(file: Path) -> tuple[str, str, bool]:
    """Return digest, encoding, and whether DuckDB sees the same rows: no blank lines, quotation marks in pairs."""
    digest, decoder, last = sha256(), codecs.getincrementaldecoder("utf-8")(), b""
    plain = file.stat().st_size > _SMALL
    start, quotes, line, as_it_is = True, 0, 0, True
    # Digest and line ends are looked at beside the rest: both let go of the interpreter.
    with file.open("rb") as data, ThreadPoolExecutor(2) as beside:
        while chunk := data.read(_CHUNK):
            if start and (wide := encoding.two_bytes_a_letter(chunk)):
                while chunk:
                    digest.update(chunk)
                    chunk = data.read(_CHUNK)
                return digest.hexdigest(), wide, False
            digested = beside.submit(digest.update, chunk)
            quotes += _quotes(chunk) if plain else 0
            if b"\0" in chunk:
                raise _no_text(file, "it holds zero bytes")
            if start and len(chunk.translate(None, CONTROL)) < len(chunk) * (1 - 1 / _MOST_CONTROL):
                raise _no_text(file, "it is full of control characters")
            line = 0 if b"\n" in chunk or b"\r" in chunk else line + len(chunk)
            if line > MOST_LINE:
                raise endless(file)
            body = last + chunk
            broken = beside.submit(_broken, body[_end_of_head(body) :] if start else body) if plain else None
            if as_it_is and not (chunk.isascii() and decoder.getstate() == _BETWEEN_LETTERS):
                as_it_is = _is_utf8(decoder, chunk) and encoding.BOM not in body
            plain = broken is not None and not broken.result()
            start, last = False, chunk[-2:]
            digested.result()
    as_it_is = as_it_is and _is_utf8(decoder, b"", final=True)
    # DuckDB's single-threaded reader drops what follows a quotation mark that is never closed.
    paired = quotes % 2 == 0
    return digest.hexdigest(), "utf-8" if as_it_is else encoding.unmarked(file), plain and paired


def _end_of_head(text: bytes) -> int:
    """Return where the line ends that ends the head: the lines above a header may be blank."""
    end = -1
    for _ in range(HEAD_ROWS):
        end = text.find(b"\n", end + 1)
        if end < 0:
            return 0
    return end


def _is_utf8(decoder: codecs.IncrementalDecoder, part: bytes, final: bool = False) -> bool:
    try:
        decoder.decode(part, final)
    except UnicodeDecodeError:
        return False
    return True


def _no_text(file: Path, why: str) -> LoadError:
    return LoadError(file.name, f"not a text file ({why})", "delimited text or a workbook", "export it again")


def endless(file: Path) -> LoadError:
    """Say that a line of a file has no end."""
    return LoadError(
        file.name,
        f"a line longer than {MOST_LINE >> 20} MB",
        "one record on a line",
        "look whether its line ends were lost, and export it again",
    )


def _quotes(text: bytes) -> int:
    import numpy as np

    return int(np.count_nonzero(np.frombuffer(text, np.uint8) == ord('"')))


def _broken(text: bytes) -> bool:
    """Return whether a text holds a blank line, or a carriage return that ends no line."""
    import numpy as np

    letters = np.frombuffer(text, np.uint8)
    ends, returns = letters == ord("\n"), letters == ord("\r")
    blank = (ends[:-1] & ends[1:]).any() or (ends[:-2] & returns[1:-1] & ends[2:]).any()
    return bool(blank or (returns[:-1] & ~ends[1:]).any())
