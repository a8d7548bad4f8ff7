"""Where the reference results are; tests that need them skip where they are not."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def expected() -> Path:
    """The folder of reference results beside the checkout."""
    folder = Path(__file__).parents[2].parent / "shared" / "reference" / "expected"
    if not folder.is_dir():
        pytest.skip("reference results are absent: no folder ../shared/reference/expected beside the checkout")
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that reads the reference results as shared."""
    for item in items:
        if "expected" in getattr(item, "fixturenames", ()) and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.shared)
