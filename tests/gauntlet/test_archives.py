"""Folders and zips: sets of exports, sets in sets, bombs, and names that lead elsewhere."""

import io
import stat
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from hcdata.ingest import discover
from hcdata.ingest.files import archive
from tests.gauntlet import made_workbooks as made
from tests.gauntlet.gauntlet import HEADERS, NAME, Case, Loaded, Refused, parametrize, row, rows, run, text, write

CSV = text(rows(3)).encode()
OTHER = text([HEADERS, row(4)]).encode()
INCIDENTS = b"incident_ref,recorded,kind\nI-1,05/05/2026 10:00,NCHI\n"


def packed(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as zipped:
        for name, data in members.items():
            zipped.writestr(name, data)
    return out.getvalue()


def zipped(members: Mapping[str, bytes], name: str = "set.zip") -> Callable[[Path], object]:
    """Return what writes a zip archive of these members."""
    return lambda folder: (folder / name).write_bytes(packed(members))


def nested(layers: int) -> bytes:
    """An export so many archives deep."""
    data = CSV
    for layer in range(layers):
        data = packed({f"{NAME}.csv" if layer == 0 else f"{layer}.zip": data})
    return data


def twice(name: str) -> Callable[[Path], object]:
    """Return what writes an archive with two members of one name."""

    def make(folder: Path) -> None:
        with zipfile.ZipFile(folder / "set.zip", "w") as out, pytest.warns(UserWarning, match="Duplicate name"):
            out.writestr(name, CSV)
            out.writestr(name, OTHER)

    return make


def _zip64(folder: Path) -> None:
    with zipfile.ZipFile(folder / "set.zip", "w") as out, out.open(f"{NAME}.csv", "w", force_zip64=True) as member:
        member.write(CSV)


def _patched(folder: Path, *places: tuple[bytes, int, bytes]) -> None:
    data = bytearray(packed({f"{NAME}.csv": CSV}))
    for mark, offset, new in places:
        at = data.index(mark) + offset
        data[at : at + len(new)] = new
    (folder / "set.zip").write_bytes(data)


def _unknown_method(folder: Path) -> None:
    """Deflate64, which Windows uses for members of more than two gigabytes."""
    _patched(folder, (b"PK\3\4", 8, b"\x09\0"), (b"PK\1\2", 10, b"\x09\0"))


def _wrong_checksum(folder: Path) -> None:
    _patched(folder, (b"PK\1\2", 16, b"\1\2\3\4"))


def _linked(folder: Path) -> None:
    member = zipfile.ZipInfo(f"{NAME}.csv")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(folder / "set.zip", "w") as out:
        out.writestr(member, "/etc/passwd")


def _locked(folder: Path) -> None:
    data = bytearray(packed({f"{NAME}.csv": CSV}))
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + place] |= 1
    (folder / "set.zip").write_bytes(data)


def _damaged(folder: Path) -> None:
    data = bytearray(packed({f"{NAME}.csv": CSV}, zipfile.ZIP_STORED))
    data[data.index(b"Hunts")] ^= 0xFF
    (folder / "set.zip").write_bytes(data)


def _overlapping(folder: Path) -> None:
    """Many entries of the directory that all point at one body of zeros: a bomb without any layers."""
    body = packed({"a.csv": b"0" * (4 << 20)})
    start = body.index(b"PK\1\2")
    entry, end = body[start : body.index(b"PK\5\6")], body[body.index(b"PK\5\6") :]
    count = 3000
    tail = end[:8] + count.to_bytes(2, "little") * 2 + (len(entry) * count).to_bytes(4, "little") + end[16:]
    (folder / "set.zip").write_bytes(body[:start] + entry * count + tail)


def _folders(folder: Path) -> None:
    for place, data in (("2026/May/crime_2026-12-31.csv", CSV), ("2026/June/crime_2026-12-31.csv", OTHER)):
        (folder / place).parent.mkdir(parents=True)
        (folder / place).write_bytes(data)
    (folder / "2026" / ".hidden.csv").write_bytes(OTHER)
    (folder / "2026" / "read me.docx").write_bytes(b"words")


def _workbook(folder: Path) -> None:
    file = made.xlsx(folder / f"{NAME}.xlsx", {"Crimes": [HEADERS, row(5)]})
    data = file.read_bytes()
    file.unlink()
    (folder / "set.zip").write_bytes(packed({f"{NAME}.csv": CSV, f"books/{NAME}.xlsx": data}))


CASES = [
    Case("a set", zipped({f"{NAME}.csv": CSV, "incident_2026-12-31.csv": INCIDENTS}), Loaded(4)),
    Case(
        "folders in a set", zipped({f"May/{NAME}.csv": CSV, f"June/{NAME}.csv": OTHER, "__MACOSX/._x": b"?"}), Loaded(4)
    ),
    Case("a workbook in a set", _workbook, Loaded(4)),
    Case("a folder that names itself in a set", zipped({"./": b"", f"./{NAME}.csv": CSV}), Loaded(3)),
    Case("a member without a name", zipped({".": OTHER, f"{NAME}.csv": CSV}), Refused("a member has no name")),
    Case("a set in a set", lambda folder: (folder / "all.zip").write_bytes(nested(2)), Loaded(3)),
    Case(
        "sets three deep",
        lambda folder: (folder / "all.zip").write_bytes(nested(3)),
        Refused("archives lie in archives more than 2 deep"),
    ),
    Case("a set that is called csv", zipped({f"{NAME}.csv": CSV}, f"{NAME}.csv"), Loaded(3)),
    Case(
        "a set with a picture in it",
        zipped({f"{NAME}.csv": CSV, "logo.csv": b"\x89PNG\r\n\x1a\n"}),
        Loaded(3, says=["a picture (PNG)"]),
    ),
    Case(
        "the same bytes under two names",
        zipped({f"{NAME}.csv": CSV, f"copy of {NAME}.csv": CSV}),
        Loaded(3, says=["Already loaded, nothing to do: 1 file"]),
    ),
    Case("folders as Windows writes them", zipped({f"May\\{NAME}.csv": CSV, f"June\\{NAME}.csv": OTHER}), Loaded(4)),
    Case("one name twice", twice(f"{NAME}.csv"), Loaded(4)),
    Case("two names that differ by case", zipped({f"{NAME}.csv": CSV, f"{NAME.upper()}.CSV": OTHER}), Loaded(4)),
    Case("a member that is a file and a folder", zipped({"a": b"x", f"a/{NAME}.csv": CSV}), Loaded(3)),
    Case("sizes of eight bytes (zip64)", _zip64, Loaded(3)),
    Case(
        "packed by bzip2",
        lambda folder: (folder / "set.zip").write_bytes(packed({f"{NAME}.csv": CSV}, zipfile.ZIP_BZIP2)),
        Loaded(3),
    ),
    Case("packed in a way of its own", _unknown_method, Refused("packed in a way we cannot read")),
    Case("a checksum that is wrong", _wrong_checksum, Refused("the archive is damaged")),
    Case("words after the end", write(packed({f"{NAME}.csv": CSV}) + b"more", "set.zip"), Loaded(3)),
    Case(
        "a program that unpacks itself",
        write(b"MZ\x90" + packed({f"{NAME}.csv": CSV}), "set.exe"),
        Refused("a program"),
    ),
    Case(
        "a bomb in a set",
        zipped({"a.zip": packed({f"{NAME}.csv": b"0" * (64 << 20)})}),
        Refused("out of all proportion"),
    ),
    Case(
        "a JSON and a gzip in a set",
        zipped({f"{NAME}.json": b'[{"crime_ref": "35/1/26", "recorded": "05/05/2026"}]', "x.csv.gz": b"\x1f\x8b\x08"}),
        Loaded(1, says=["x.csv.gz: not read, a gzip archive"]),
    ),
    Case(
        "a name too long for any disk", zipped({"a" * 300 + ".csv": CSV}), Refused("the archive is damaged, or packed")
    ),
    Case("an empty archive", zipped({}), Refused("Nothing changed.")),
    Case("folders of folders", _folders, Loaded(4, says=["read me.docx: not read"])),
    Case("a name that climbs", zipped({f"../../{NAME}.csv": CSV}), Refused("leads out of the archive")),
    Case("a name that climbs on Windows", zipped({f"..\\..\\{NAME}.csv": CSV}), Refused("leads out of the archive")),
    Case("a name from the root", zipped({f"/tmp/{NAME}.csv": CSV}), Refused("leads out of the archive")),
    Case("a name with a drive", zipped({f"C:/{NAME}.csv": CSV}), Refused("leads out of the archive")),
    Case(
        "one bad name among good ones",
        zipped({f"{NAME}.csv": CSV, "../x.csv": OTHER}),
        Refused("leads out of the archive"),
    ),
    Case("a name with a line break", zipped({f"a\n{NAME}.csv": CSV}), Refused("leads out of the archive")),
    Case("a link", _linked, Refused("a member is a link")),
    Case("a password", _locked, Refused("the archive is protected by a password")),
    Case("damage inside", _damaged, Refused("the archive is damaged")),
    Case(
        "cut short",
        lambda folder: (folder / "set.zip").write_bytes(packed({f"{NAME}.csv": CSV})[:-30]),
        Refused("a damaged archive"),
    ),
    Case("a bomb", zipped({f"{NAME}.csv": b"0" * (64 << 20)}), Refused("out of all proportion")),
    Case("a bomb of overlapping entries", _overlapping, Refused("more than 1,000 files")),
    Case("too many files", zipped({f"{n}.csv": b"x" for n in range(1001)}), Refused("more than 1,000 files")),
]


@parametrize(CASES)
def test_set_ends_as_expected(case: Case, tmp_path: Path, small_store: Path) -> None:
    run(case, tmp_path, small_store)


def test_an_archive_larger_than_a_load_may_be_is_refused(
    tmp_path: Path, small_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discover, "Room", lambda: archive.Room(bytes=1000))
    members = {f"{n}_{NAME}.csv": CSV + bytes(str(n), "ascii") for n in range(20)}
    run(Case("large", zipped(members), Refused("larger than a load may be")), tmp_path, small_store)


def test_a_member_longer_than_it_states_is_cut_off(tmp_path: Path, small_store: Path) -> None:
    def lie(folder: Path) -> None:
        data = packed({f"{NAME}.csv": CSV * 1000})
        at = data.index(b"PK\1\2")
        (folder / "set.zip").write_bytes(data[: at + 24] + (10).to_bytes(4, "little") + data[at + 28 :])

    run(Case("lying", lie, Refused("the archive is damaged")), tmp_path, small_store)
