"""Where the reference results are: those kept here, and all of them, with which tests skip where they are not."""

from pathlib import Path

import pytest

KEPT = Path(__file__).with_name("expected")


@pytest.fixture(scope="session")
def expected() -> Path:
    """The folder of reference results kept in the repository."""
    return KEPT


@pytest.fixture(scope="session")
def all_expected() -> Path:
    """The folder of all reference results, beside the checkout."""
    folder = Path(__file__).parents[2].parent / "shared" / "reference" / "expected"
    if not folder.is_dir():
        pytest.skip("reference results are absent: no folder ../shared/reference/expected beside the checkout")
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that reads the reference results beside the checkout as shared."""
    for item in items:
        if "all_expected" in getattr(item, "fixturenames", ()) and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.shared)
