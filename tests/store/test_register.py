"""The register of small edits: entered, listed, withdrawn, never rewritten."""

from datetime import UTC, date, datetime

import pytest

from hcdata.common.errors import StoreError
from hcdata.store import lock, register

EVENT = {"event_on": "2026-05-04", "name": "Derby", "scope": "fenland", "kind": "event"}
REBASE = {"measure": "recorded_hate_crimes", "month": "2026-01-01", "district": "fenland"}
ALIAS = {"field": "district", "text": "Fen Dist", "id": "fenland"}


def test_entries_come_back_as_entered(tmp_path):
    register.add(tmp_path, "event", EVENT, by="analyst")
    register.add(tmp_path, "alias", ALIAS, by="analyst", reason="new system")
    rebase = register.add(tmp_path, "rebase", REBASE, by="lead", reason=" recording changed ")
    assert [entry.kind for entry in register.entries(tmp_path)] == ["event", "alias", "rebase"]
    assert register.entries(tmp_path, "rebase") == (rebase,)
    assert (rebase.number, rebase.by, rebase.reason) == (3, "lead", "recording changed")
    assert rebase.about == register.Rebase(measure="recorded_hate_crimes", month="2026-01-01", district="fenland")
    assert register.stamp(tmp_path) == 3


def test_an_entry_made_after_midnight_is_of_that_day_and_not_of_the_day_before(tmp_path):
    entry = register.add(tmp_path, "event", EVENT, by="analyst")
    late = entry.model_copy(update={"at": datetime(2026, 6, 11, 23, 30, tzinfo=UTC)})
    assert late.day("Europe/London") == date(2026, 6, 12)
    assert late.day("UTC") == date(2026, 6, 11)


def test_a_withdrawn_entry_stays_on_record(tmp_path):
    number = register.add(tmp_path, "event", EVENT, by="analyst").number
    register.withdraw(tmp_path, number, by="lead", reason="wrong day")
    assert register.entries(tmp_path) == ()
    assert [entry.kind for entry in register.history(tmp_path)] == ["event", "withdrawal"]
    with pytest.raises(StoreError, match="no entry 1 in force"):
        register.withdraw(tmp_path, number, by="lead")


def test_a_text_may_hold_any_character(tmp_path):
    name = 'A "quoted"\nname\u2028 with é'
    register.add(tmp_path, "event", EVENT | {"name": name}, by="analyst")
    register.add(tmp_path, "event", EVENT, by="analyst")
    assert register.entries(tmp_path)[0].about.name == name


def test_an_empty_folder_has_no_entry(tmp_path):
    assert register.entries(tmp_path) == () and register.stamp(tmp_path) == 0


@pytest.mark.parametrize(
    ("kind", "about", "reason", "said"),
    [
        ("event", EVENT | {"event_on": "soon"}, "", "event_on"),
        ("event", {"name": "Derby"}, "", "event_on"),
        ("event", EVENT | {"colour": "red"}, "", "colour"),
        ("rebase", REBASE, " ", "without a reason"),
        ("event", {**EVENT, "name": " "}, "", "an event without a name"),
        ("rebase", REBASE | {"measure": "x; drop"}, "why", "measure"),
        ("alias", ALIAS | {"field": "surname"}, "", "field"),
    ],
)
def test_a_faulty_entry_is_refused_and_nothing_is_written(tmp_path, kind, about, reason, said):
    with pytest.raises(StoreError, match=said):
        register.add(tmp_path, kind, about, by="analyst", reason=reason)
    assert register.history(tmp_path) == ()


def test_two_edits_at_once_are_one_after_the_other(tmp_path):
    with lock.hold(tmp_path, "register"), pytest.raises(StoreError, match="another edit of the register"):
        register.add(tmp_path, "event", EVENT, by="analyst")
    with lock.hold(tmp_path):
        register.add(tmp_path, "event", EVENT, by="analyst")


def test_a_spoilt_file_is_said_and_not_overwritten(tmp_path):
    (tmp_path / register.FILE).write_text("{half\n", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be read"):
        register.add(tmp_path, "event", EVENT, by="analyst")
    assert (tmp_path / register.FILE).read_text(encoding="utf-8") == "{half\n"
