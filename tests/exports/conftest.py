"""One workbook of the sample, written once."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from hcdata.exports import workbook
from tests.exports import sample


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's workbook."""
    path = tmp_path_factory.mktemp("workbook") / workbook.suggest_name(sample.ABOUT)
    return workbook.write(
        sample.update(), sample.OUTCOMES, sample.QUALITY, sample.DEFINITIONS, path, sample.BY, sample.NOW
    )


@pytest.fixture(scope="session")
def book(written: Path) -> Workbook:
    """The sample's workbook, opened; no test changes it."""
    return load_workbook(written)
