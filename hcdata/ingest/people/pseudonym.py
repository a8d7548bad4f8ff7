"""The key that turns a person or a place into a pseudonym; it lives outside the data folder."""

import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from hcdata.common import durable
from hcdata.common.config import ROOT
from hcdata.common.errors import StoreError

# HMAC block size of SHA-256 in bytes: RFC 2104, FIPS 180-4.
_BLOCK = 64
# Bytes of a key: as long as the digest, RFC 2104 section 3.
LEAST = 32


@dataclass(frozen=True)
class Key:
    """A secret, as the two padded blocks HMAC-SHA256 needs, in hexadecimal."""

    inner: str
    outer: str
    fingerprint: str


def derive(secret: bytes) -> Key:
    """Prepare a secret for HMAC-SHA256 inside SQL (macro `pseudonym`)."""
    block = (sha256(secret).digest() if len(secret) > _BLOCK else secret).ljust(_BLOCK, b"\0")
    inner, outer = bytes(b ^ 0x36 for b in block), bytes(b ^ 0x5C for b in block)
    return Key(inner.hex(), outer.hex(), sha256(b"fingerprint" + secret).hexdigest()[:12])


def find() -> Path:
    """Return the key file in force: HCDATA_KEY_FILE, or secrets/pseudonym.key beside the code."""
    return Path(os.environ.get("HCDATA_KEY_FILE") or ROOT / "secrets" / "pseudonym.key")


def load(fingerprint: str | None) -> Key:
    """Read the key, making one for a new store; raise StoreError when the store was built with another."""
    file = find()
    if not file.exists():
        if fingerprint:
            raise StoreError(
                str(file),
                "the pseudonym key is missing",
                f"the key with fingerprint {fingerprint} that this store was built with",
                "restore it from its backup; with another key no person would match what is already loaded",
            )
        _make(file)
    key = derive(_read(file))
    if fingerprint and key.fingerprint != fingerprint:
        raise StoreError(
            str(file),
            f"another key (fingerprint {key.fingerprint})",
            f"the one this store was built with (fingerprint {fingerprint})",
            "point HCDATA_KEY_FILE at the right file",
        )
    return key


def _make(file: Path) -> None:
    """Write a new key, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_name(f".{secrets.token_hex(8)}.unfinished")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as new:
            new.write(secrets.token_hex(LEAST))
        durable.flush(unfinished)
        unfinished.replace(file)
        durable.flush_names(file.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _read(file: Path) -> bytes:
    try:
        secret = bytes.fromhex(file.read_text(encoding="ascii").strip())
    except ValueError:
        secret = b""
    if len(secret) < LEAST:
        raise StoreError(
            str(file),
            "the pseudonym key is empty, cut short or not hexadecimal",
            f"{LEAST} bytes or more, in hexadecimal",
            "restore it from its backup; if nothing was ever loaded with it, remove the file and load again",
        )
    return secret
