"""The workbook: by whom and when it is made."""

import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from hcdata.common import config
from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.exports import chief_officers


def test_the_hour_it_is_made_at_is_the_force_s_and_not_the_server_s(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    came: list[Any] = []
    monkeypatch.setattr(chief_officers.workbook, "write", lambda *given, **_: came.append(given))
    answers = ("performance", "outcomes", "quality", "definitions", "movement", "changes")
    facts = config.load().model_copy(
        update={"force": config.load().force.model_copy(update={"timezone": "Pacific/Kiritimati"})}
    )
    answers: Any = SimpleNamespace(config=facts, **dict.fromkeys(answers, lambda *_: None))
    before = time.time()
    chief_officers.write(answers, Filters("12m"), LOCAL, tmp_path / "book.xlsx", "analyst")
    ((*_, made_at, _),) = came
    ahead = 14 * 3600  # Kiritimati is that far ahead of UTC, all year
    assert before - 1 <= (made_at - type(made_at)(1970, 1, 1)).total_seconds() - ahead <= time.time()
