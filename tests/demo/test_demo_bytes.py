"""The same seed gives the same bytes, in another process and under another hash seed; another seed does not."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hcdata.demo import bulk, write, write_bulk

ROOT = Path(__file__).parents[2]


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write_elsewhere(folder: Path, seed: int, hash_seed: str) -> dict[str, str]:
    code = f"from pathlib import Path; from hcdata.demo import write; write(Path({str(folder)!r}), 2, {seed}, 0.05)"
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT), "TZ": "Asia/Tokyo"}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    return digests(folder)


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    first = write_elsewhere(tmp_path / "a", 7, "1")
    assert len(first) == 13 * 6 + 12 + 4 + 1
    assert first == write_elsewhere(tmp_path / "b", 7, "2")
    other = write_elsewhere(tmp_path / "c", 8, "1")
    assert all(first[name] != other[name] for name in first if "crime_extract" in name)


def test_too_few_years_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 2 years"):
        write(tmp_path, years=1)


def test_bulk_has_the_rows_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "CHUNK", 1_000)
    for name in ("a", "b"):
        write_bulk(tmp_path / name, 2_500, seed=2)
    lines = (tmp_path / "a").read_bytes().decode("cp1252").split("\r\n")
    assert lines[5].startswith("Crime Reference,Incident Number,")
    assert lines[-2] == "End of report"
    assert len(lines) == 6 + 2_500 + 2
    assert len({line.split(",")[0] for line in lines[6:-2]}) > 1_500
    assert digests(tmp_path)["a"] == digests(tmp_path)["b"]
