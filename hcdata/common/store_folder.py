"""Which store is in force."""

import os
from pathlib import Path

from hcdata.common.config import ROOT


def store_folder(given: Path | None = None) -> Path:
    """Return the store in force: --store, HCDATA_STORE, or data/store."""
    return given or Path(os.environ.get("HCDATA_STORE") or ROOT / "data" / "store")
