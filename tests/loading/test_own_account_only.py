"""Everything the program writes can be read by its own account alone: stores, secrets, layouts, workbooks, copies."""

import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner

from hcdata.cli import main
from hcdata.store import lock
from tests.store import store_exports


@pytest.mark.skipif(os.name == "nt", reason="folders say who may read there")
def test_what_commands_write_is_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exports, made = tmp_path / "exports", tmp_path / "made"
    rows = [store_exports.crime("35/1/26"), store_exports.crime("35/2/26", recorded="05/02/2026 10:00")]
    file = store_exports.write(exports / "c_2026-03-31.csv", store_exports.CRIME_HEADERS, rows)
    store = made / "data" / "store"
    monkeypatch.setenv("HCDATA_KEY_FILE", str(made / "secrets" / "pseudonym.key"))
    monkeypatch.setenv("HCDATA_STORE", str(store))
    for words in (
        ("load", str(file)),
        ("event", "add", "2026-02-01", "Derby", "--by", "analyst"),
        ("alias", "add", "district", "Hunts South", "huntingdonshire", "--by", "analyst"),
        ("reapply",),
        ("layout", "suggest", str(file), "--out", str(made / "data" / "draft.toml")),
        ("export", "workbook", str(made / "out" / "update.xlsx"), "--by", "analyst"),
        ("demo", str(made / "demonstration"), "--years", "2", "--scale", "0.02"),
    ):
        found = CliRunner().invoke(main, words)
        assert found.exit_code == 0, found.output
    wrote = sorted(made.rglob("*"))
    assert {"lock", "register.lock", "register.jsonl", "current", "update.xlsx", "pseudonym.key", "people.duckdb"} <= {
        one.name for one in wrote
    }
    assert [str(one) for one in wrote if stat.S_IMODE(one.stat().st_mode) & 0o077] == []


@pytest.mark.skipif(os.name == "nt", reason="folders say who may read there")
@pytest.mark.parametrize("what", ["load", "register"])
def test_a_lock_of_an_earlier_release_is_made_private(what, tmp_path: Path) -> None:
    file = tmp_path / lock.FILES[what]
    file.touch()
    file.chmod(0o644)
    with lock.hold(tmp_path, what):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
