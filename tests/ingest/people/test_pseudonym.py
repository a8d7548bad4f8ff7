"""Pseudonyms are HMAC-SHA256 as Python's own library makes it, under a key that stays outside the data."""

import hashlib
import hmac
import stat
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hcdata.common.errors import StoreError
from hcdata.ingest.define import define_macros
from hcdata.ingest.people import pseudonym


@pytest.fixture(scope="module")
def con() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    define_macros(con)
    return con


@settings(deadline=None)
@given(
    secret=st.binary(min_size=1, max_size=100),
    text=st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1),
)
def test_equals_pythons_hmac(con: duckdb.DuckDBPyConnection, secret: bytes, text: str) -> None:
    key = pseudonym.derive(secret)
    found = con.execute(
        "SELECT pseudonym($text, $inner, $outer)", {"text": text, "inner": key.inner, "outer": key.outer}
    ).fetchone()
    assert found == (hmac.new(secret, text.encode(), hashlib.sha256).hexdigest()[:16].upper(),)


def test_a_new_key_is_readable_by_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "secrets" / "pseudonym.key"
    monkeypatch.setenv("HCDATA_KEY_FILE", str(file))
    made = pseudonym.load(None)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert pseudonym.load(made.fingerprint) == made


def test_a_missing_key_of_an_old_store_is_never_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HCDATA_KEY_FILE", str(tmp_path / "pseudonym.key"))
    with pytest.raises(StoreError, match="restore it from its backup"):
        pseudonym.load("0123456789ab")
    assert not (tmp_path / "pseudonym.key").exists()


def test_the_fingerprint_does_not_give_the_key_away() -> None:
    secret = bytes(range(32))
    key = pseudonym.derive(secret)
    assert len(key.fingerprint) == 12 and key.fingerprint not in secret.hex()
    assert pseudonym.derive(secret + b"x").fingerprint != key.fingerprint


@pytest.mark.parametrize("text", ["", "00", "not hexadecimal", "5a" * 31])
def test_a_key_that_is_no_key_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    file = tmp_path / "pseudonym.key"
    file.write_text(text, encoding="ascii")
    monkeypatch.setenv("HCDATA_KEY_FILE", str(file))
    with pytest.raises(StoreError, match="cut short"):
        pseudonym.load(None)
