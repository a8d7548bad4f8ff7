"""How long the list of a zip archive's members is, told before anything is made of it."""

import struct
from pathlib import Path

# A list of a thousand members takes some 100 kB; one of a million would take a gigabyte of memory.
MOST_BYTES = 4 << 20
# End of central directory record, its locator and record of 64 bits [APPNOTE.TXT 4.3.14 to 4.3.16].
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
_SIZE_AT, _SIZE_64_AT, _END_LENGTH, _LONGEST_COMMENT = 12, 40, 22, 65_535
_IN_64 = 0xFFFFFFFF


def is_too_long(file: Path) -> bool:
    """Return whether the list of members is longer than any archive of exports has; False where no end is found."""
    with file.open("rb") as data:
        size = data.seek(0, 2)
        data.seek(max(0, size - _END_LENGTH - _LONGEST_COMMENT - 200))
        tail = data.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) < at + _END_LENGTH:
        return False
    (length,) = struct.unpack_from("<I", tail, at + _SIZE_AT)
    at_64 = tail.rfind(_END_64, 0, at)
    if length == _IN_64 and at_64 >= 0 and len(tail) >= at_64 + _SIZE_64_AT + 8:
        (length,) = struct.unpack_from("<Q", tail, at_64 + _SIZE_64_AT)
    return bool(length > MOST_BYTES)
