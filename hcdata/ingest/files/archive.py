"""Zip archives: a set of exports taken out into a private folder, within limits and without trusting a name."""

import shutil
import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from uuid import uuid4

from hcdata.common.errors import LoadError

# A monthly set is some ten files; a year of sets, one hundred and twenty.
MOST_FILES = 1000
# Ten million crime rows are 2.5 GB of text: three such sets.
MOST_BYTES = 8 << 30
# Delimited text packs to a fifth or a thirtieth, rows that are all alike to a hundredth; a bomb to a thousandth,
# which is the most deflate can do.
MOST_RATIO = 300
# Below this a file cannot hurt, however well it packs.
HARMLESS = 32 << 20
# A zip of monthly zips is met; deeper ones are tricks.
MOST_LAYERS = 2
_CHUNK = 1 << 20
_ENCRYPTED = 0x1


@dataclass
class Room:
    """What the archives of one load may still unpack."""

    files: int = MOST_FILES
    bytes: int = MOST_BYTES


def unpack(file: Path, workdir: Path, room: Room, layer: int) -> list[Path]:
    """Take the members out of an archive, each into a folder of its own; LoadError refuses the archive whole."""
    if layer > MOST_LAYERS:
        raise _refusal(file, f"archives lie in archives more than {MOST_LAYERS} deep", "exports, or a set of sets")
    folder = workdir / uuid4().hex
    try:
        with zipfile.ZipFile(file) as archive:
            members = [member for member in archive.infolist() if _wanted(file, member)]
            _check_room(file, members, room, workdir)
            return [_extract(file, archive, member, folder / f"{n:04d}", room) for n, member in enumerate(members)]
    except LoadError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError):
        shutil.rmtree(folder, ignore_errors=True)
        raise _refusal(
            file, "the archive is damaged, or packed in a way we cannot read", "a whole zip archive"
        ) from None


def _wanted(file: Path, member: zipfile.ZipInfo) -> bool:
    name, path = member.filename, _path(member)
    if path.is_absolute() or ".." in path.parts or ":" in name or any(ord(mark) < 32 for mark in name):
        raise _refusal(file, "the name of a member leads out of the archive", "plain names of files and folders")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise _refusal(file, "a member is a link to another place", "files and folders")
    if name.endswith("/") or path.name.startswith((".", "~$")) or "__MACOSX" in path.parts[:1]:
        return False
    if not path.parts:
        raise _refusal(file, "a member has no name", "plain names of files and folders")
    if member.flag_bits & _ENCRYPTED:
        raise _refusal(file, "the archive is protected by a password", "an archive that opens without one")
    return True


def _path(member: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(member.filename.replace("\\", "/"))  # as some writers on Windows part folders


def _check_room(file: Path, members: list[zipfile.ZipInfo], room: Room, workdir: Path) -> None:
    room.files -= len(members)
    if room.files < 0:
        raise _refusal(file, f"more than {MOST_FILES:,} files in the archives of one load", "a set of exports")
    if sum(member.file_size for member in members) > min(room.bytes, shutil.disk_usage(workdir).free):
        raise _refusal(file, "unpacked it is larger than a load may be, or than the disk has room for", "smaller sets")


def _extract(file: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, folder: Path, room: Room) -> Path:
    folder.mkdir(parents=True)
    target = folder / _path(member).name
    written = 0
    with archive.open(member) as packed, target.open("wb") as out:
        while chunk := packed.read(_CHUNK):
            written += len(chunk)
            room.bytes -= len(chunk)
            if room.bytes < 0 or (written > HARMLESS and written > MOST_RATIO * max(member.compress_size, 1)):
                raise _refusal(file, "a member grows out of all proportion when it is unpacked", "exports, packed")
            out.write(chunk)
    return target


def _refusal(file: Path, found: str, expected: str) -> LoadError:
    return LoadError(file.name, f"not read: {found}", expected, "unpack it yourself, look at what it holds, load that")
