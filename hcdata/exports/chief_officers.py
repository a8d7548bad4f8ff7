"""The workbook from a desk: the same answers the pages show, written, checked and handed over."""

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hcdata.common.access import Scope
from hcdata.common.errors import StoreError
from hcdata.common.filters import AsAt, Filters
from hcdata.exports import workbook
from hcdata.exports.sheets.quality import Changed
from hcdata.views.answers import Desk


def write(
    desk: Desk,
    filters: Filters,
    scope: Scope,
    path: Path,
    by: str,
    since: AsAt = None,
    say: Callable[[str], None] = lambda _: None,
) -> Path:
    """Write the workbook of what the filters ask for and return its path; ExportError leaves no file.

    `say` is told of each cell withheld because its text looks personal.
    What changed is told since the load named; None: since the one before, of which the first load has none.
    """
    return workbook.write(
        desk.performance(filters, scope),
        desk.outcomes(filters, scope),
        desk.quality(filters, scope),
        desk.definitions(),
        path,
        by,
        datetime.now(ZoneInfo(desk.config.force.timezone)).replace(microsecond=0, tzinfo=None),
        _changed(desk, filters, scope, since),
        say=say,
    )


def _changed(desk: Desk, filters: Filters, scope: Scope, since: AsAt) -> Changed | None:
    try:
        moved = desk.movement(filters, scope, "recorded_hate_crimes", since)
        return desk.changes(filters, scope, since), moved
    except StoreError:
        if since is not None:
            raise
        return None


def as_bytes(desk: Desk, filters: Filters, scope: Scope, by: str) -> bytes:
    """Return the checked workbook's bytes."""
    with tempfile.TemporaryDirectory() as folder:
        return write(desk, filters, scope, Path(folder) / "workbook.xlsx", by).read_bytes()


suggest_name = workbook.suggest_name
