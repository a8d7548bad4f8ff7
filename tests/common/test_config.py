"""Faults of a configuration are told all at once, and in one order whenever they are told."""

from pathlib import Path

import pytest

from hcdata.common import config as configuration
from hcdata.common.errors import ConfigError

SETS = ("attrition", "attrition_no_suspect", "attrition_suspect", "charge", "core", "no_suspect", "time_limit", "wide")


def test_sets_of_outcomes_that_name_an_unknown_code_are_told_by_name_in_order(tmp_path: Path) -> None:
    text = configuration.find().read_text(encoding="utf-8")
    before, outcomes = text.split("[outcomes]", 1)
    for name in SETS:
        outcomes = outcomes.replace(f"\n{name} = [", f'\n{name} = ["99", ', 1)
    file = tmp_path / "config.toml"
    file.write_text(f"{before}[outcomes]{outcomes}", encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        configuration.load(file)
    told = [f"outcomes.{name}: no outcome 99 in [outcome]" for name in SETS]
    assert "; ".join(told) in str(raised.value)
