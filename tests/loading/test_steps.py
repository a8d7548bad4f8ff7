"""A load is a list of steps that fits one screen, and what one step hands to the next cannot be changed on the way."""

import ast
import dataclasses
from pathlib import Path

import pytest

from hcdata.ingest.judged import Judged, Records
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.sheet import Sheet
from hcdata.loading import run
from hcdata.loading.building import Build, Options
from hcdata.loading.check_sheets import Checked
from hcdata.loading.merge import Merged
from hcdata.loading.merge_sheets import Load
from hcdata.loading.read_sheets import Read
from hcdata.loading.receipt import FileReceipt
from hcdata.loading.row_counts import RowCounts

HANDED_ON = (Recognised, Sheet, Judged, Records, Options, Build, Read, Checked, RowCounts, Merged, Load, FileReceipt)
STEPS = ("look", "read", "check", "merge_load", "publish")
LINES, FILE_LINES = 60, 150


@pytest.mark.parametrize("handed", HANDED_ON, ids=lambda one: one.__name__)
def test_what_a_step_hands_on_is_frozen(handed: type) -> None:
    assert dataclasses.is_dataclass(handed) and handed.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_the_steps_stand_in_order_on_one_screen() -> None:
    text = Path(run.__file__).read_text(encoding="utf-8")
    bring = next(node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef) and node.name == "bring")
    calls = [node for node in ast.walk(bring) if isinstance(node, ast.Call)]
    named = {getattr(one.func, "id", getattr(one.func, "attr", "")): one.lineno for one in calls}
    assert sorted(STEPS, key=lambda step: named[step]) == list(STEPS)
    assert (bring.end_lineno or 0) - bring.lineno < LINES
    assert len(text.splitlines()) < FILE_LINES
