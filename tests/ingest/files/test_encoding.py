"""Encodings: each is told from the bytes, and what is recoded is the text that was meant."""

from pathlib import Path

import pytest

from hcdata.ingest.files import encoding

WORDS = "crime_ref,title\n" + "35/1/26,Zoë’s café – £5\n" * 20


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_whole_text_is_read_in_any_encoding(code: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(WORDS.encode(code))
    assert encoding.text_of(tmp_path / "a") == WORDS


def test_most_decides_between_utf8_and_cp1252(tmp_path: Path) -> None:
    few = "JOSÉ’S\n"
    (tmp_path / "utf8").write_bytes(WORDS.encode() + "Zoë\n".encode("cp1252"))
    (tmp_path / "cp1252").write_bytes(WORDS.encode("cp1252") + few.encode("cp1252"))
    assert encoding.unmarked(tmp_path / "utf8") == encoding.MIXED
    assert encoding.unmarked(tmp_path / "cp1252") == "cp1252"
    assert encoding.text_of(tmp_path / "utf8") == WORDS + "Zoë\n"
    assert encoding.text_of(tmp_path / "cp1252") == WORDS + few


def test_recoded_text_holds_no_marks_and_no_zero_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(encoding.BOM + b"a\0b\n" + encoding.BOM + b"\xe9\n")
    assert encoding.recode(tmp_path / "a", encoding.MIXED, tmp_path).read_text(encoding="utf-8") == "a b\né\n"


@pytest.mark.parametrize("text", [b"plain", "\ufeffx".encode("utf-32")])
def test_what_is_not_two_bytes_a_letter(text: bytes) -> None:
    assert encoding.two_bytes_a_letter(text) == ""
