"""A store with a past, made once for all that is done to copies of it."""

import random
from pathlib import Path

import pytest

from tests.soak import commands


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that has loads, corrections, an alias, rows read again and earlier snapshots behind it: never changed."""
    return commands.past(tmp_path_factory.mktemp("past"), random.Random())
