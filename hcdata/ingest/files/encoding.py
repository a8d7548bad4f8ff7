"""How a text is encoded, by its bytes: UTF-16 by its zero bytes, UTF-8 where most is, else cp1252; and recoding it."""

import codecs
from pathlib import Path
from uuid import uuid4

# UTF-8, with the bytes that are none read as cp1252; the name of the error handler too.
MIXED = "hcdata-cp1252"
BOM = codecs.BOM_UTF8
_CHUNK = 1 << 22
_HEAD_BYTES = 1 << 16
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ASCII = bytes(range(128))


def two_bytes_a_letter(text: bytes) -> str:
    """Return the UTF-16 encoding a text begins in, with its mark or, by its zero bytes, without; else nothing."""
    if text.startswith(_UTF32):
        return ""
    if text.startswith(_UTF16):
        return "utf-16"
    sample = text[:_HEAD_BYTES]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 4 < len(sample) or min(even, odd) > max(even, odd) / 10:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def unmarked(file: Path) -> str:
    """Return the encoding of a file that is not all plain UTF-8: MIXED where most of its accents are, else cp1252.

    Bytes of cp1252 that read as UTF-8 by chance are few; so are those pasted into a file that is UTF-8.
    """
    valid, all_told = 0, 0
    with file.open("rb") as data:
        while chunk := data.read(_CHUNK):
            all_told += _beyond_ascii(chunk)
            valid += _beyond_ascii(chunk.decode("utf-8", "ignore").encode("utf-8"))
    return MIXED if valid * 2 >= all_told else "cp1252"


def recode(file: Path, encoding: str, workdir: Path) -> Path:
    """Write a text file as UTF-8 without marks or zero bytes, under a new name in `workdir`."""
    # A name of its own: exports with the same bytes are recoded, and removed, apart.
    target = workdir / f"{uuid4().hex}.csv"
    old = file.open(encoding=_codec(encoding), errors=_errors(encoding), newline="")
    new = target.open("w", encoding="utf-8", newline="")
    with old, new:
        while chunk := old.read(_CHUNK):
            new.write(chunk.replace("\0", " ").replace("\ufeff", ""))
    return target


def text_of(file: Path) -> str:
    """Return a whole file as text without marks."""
    content = file.read_bytes()
    encoding = two_bytes_a_letter(content) or ("utf-8" if content.isascii() else unmarked(file))
    return content.decode(_codec(encoding), _errors(encoding)).replace("\ufeff", "")


def _beyond_ascii(text: bytes) -> int:
    return len(text.translate(None, _ASCII))


def _codec(encoding: str) -> str:
    return "utf-8" if encoding == MIXED else encoding


def _errors(encoding: str) -> str:
    # cp1252 leaves five bytes undefined; they become the replacement character rather than stopping the load.
    return MIXED if encoding == MIXED else "replace"


def _read_as_cp1252(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return fault.object[fault.start : fault.end].decode("cp1252", "replace"), fault.end


codecs.register_error(MIXED, _read_as_cp1252)
