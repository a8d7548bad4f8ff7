"""The workbook: the same answers the pages show, written, checked and handed over."""

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
from hcdata.views.answers import Answers


def write(
    answers: Answers,
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
        answers.performance(filters, scope),
        answers.outcomes(filters, scope),
        answers.quality(filters, scope),
        answers.definitions(),
        path,
        by,
        datetime.now(ZoneInfo(answers.config.force.timezone)).replace(microsecond=0, tzinfo=None),
        _changed(answers, filters, scope, since),
        say=say,
    )


def _changed(answers: Answers, filters: Filters, scope: Scope, since: AsAt) -> Changed | None:
    try:
        moved = answers.movement(filters, scope, "recorded_hate_crimes", since)
        return answers.changes(filters, scope, since), moved
    except StoreError:
        if since is not None:
            raise
        return None


def as_bytes(answers: Answers, filters: Filters, scope: Scope, by: str) -> bytes:
    """Return the checked workbook's bytes."""
    with tempfile.TemporaryDirectory() as folder:
        return write(answers, filters, scope, Path(folder) / "workbook.xlsx", by).read_bytes()


suggest_name = workbook.suggest_name
