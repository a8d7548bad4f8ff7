"""What people may put beside the figures: entering events and new limits, and withdrawing them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from hcdata.common.access import Scope
from hcdata.common.errors import StoreError
from hcdata.store import register


def enter_event(folder: Path, scope: Scope, about: Mapping[str, Any], by: str, reason: str = "") -> None:
    """Enter a dated event: event_on, name, scope, kind, note; StoreError where it is not sound or not allowed."""
    _check(scope)
    register.add(folder, "event", about, by.strip(), reason)


def start_anew(folder: Path, scope: Scope, trend_of: Mapping[str, Any], month: date, by: str, reason: str) -> None:
    """Let limits of one series (measure, district, strand) start anew; StoreError without a reason or the right."""
    _check(scope)
    register.add(folder, "rebase", {**trend_of, "month": month}, by.strip(), reason)


def withdraw(folder: Path, scope: Scope, number: int, by: str, reason: str = "") -> None:
    """Take an event or a rebase out of force; StoreError where it is not in force or not allowed."""
    _check(scope)
    register.withdraw(folder, number, by.strip(), reason)


def _check(scope: Scope) -> None:
    if not scope.may_annotate:
        raise StoreError("register", "this reader may not change it", do="ask the lead analyst")
