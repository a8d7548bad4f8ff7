"""One demonstration folder for all tests here, and its truth."""

import json
from pathlib import Path
from typing import Any

import pytest

from hcdata.demo import write


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("demo"), years=4, seed=1, scale=1.0).parent


@pytest.fixture(scope="session")
def truth(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))
