"""What a reader asks for: period, comparison, districts, strands and kind of record, as plain URL values."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from hcdata.stats.periods import DAY, add_months, financial_year, month_start, quarter

PERIODS = ("12m", "month", "month_before", "quarter", "fytd", "36m", "all", "custom")
COMPARES = ("prior", "year")
KINDS = ("crime", "incident")
# What a page shows when its address says nothing.
PAGE_PERIOD = "12m"
ID = re.compile(r"[a-z0-9_]+")
# Days that may be asked for: records of crime are kept from about the first, and a calendar on a page needs an end.
EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)
# The moment something is seen at: a load's number, what was known at the end of a day, or None for the newest.
AsAt = int | date | None


@dataclass(frozen=True)
class Period:
    """Days from `start` to `end` (the first day outside); `complete` when the data cover all that was asked for."""

    start: date
    end: date
    complete: bool


@dataclass(frozen=True)
class Filters:
    """One choice of period, comparison, districts (none = all), strands (none = all), kind and moment seen as at."""

    period: str = "all"
    start: date | None = None
    end: date | None = None
    compare: str = "prior"
    districts: tuple[str, ...] = ()
    strands: tuple[str, ...] = ()
    kind: str = "crime"
    as_at: AsAt = None

    def __post_init__(self) -> None:
        """Sort and deduplicate the lists; ValueError for a choice that does not exist."""
        for name, allowed in (("period", PERIODS), ("compare", COMPARES), ("kind", KINDS)):
            if getattr(self, name) not in allowed:
                raise ValueError(f"{name}: found none of the choices. Expected: one of {', '.join(allowed)}.")
        if (self.period == "custom") != bool(self.start or self.end):
            raise ValueError("period: start and end belong to the custom period, which needs one of them.")
        if self.start and self.end and self.start >= self.end:
            raise ValueError("period: the end is the first day outside and comes after the start.")
        for name in ("districts", "strands"):
            object.__setattr__(self, name, tuple(sorted(set(getattr(self, name)))))

    def to_url(self) -> dict[str, str]:
        """Return the choices that differ from a page's own, as plain text."""
        told = {
            "period": "" if self.period == PAGE_PERIOD else self.period,
            "from": self.start.isoformat() if self.start else "",
            "to": self.end.isoformat() if self.end else "",
            "compare": "" if self.compare == "prior" else self.compare,
            "district": ",".join(self.districts),
            "strand": ",".join(self.strands),
            "kind": "" if self.kind == "crime" else self.kind,
            "as_at": "" if self.as_at is None else str(self.as_at),
        }
        return {name: value for name, value in told.items() if value}

    def resolve(self, data_to: date | None, first: date | None) -> Period:
        """Return the dates meant: whole months up to `data_to`, from the month of `first`; empty without data."""
        if data_to is None or first is None:
            nothing = data_to or date.min
            return Period(nothing, nothing, False)
        after = data_to + DAY
        start, end = self._dates(month_start(first), month_start(after))
        loaded = max(start, month_start(first))
        return Period(loaded, max(end, loaded), loaded == start and end <= after)

    def _dates(self, first: date, end: date) -> tuple[date, date]:
        last = end - DAY
        match self.period:
            case "custom":
                return self.start or first, self.end or end
            case "all":
                return first, end
            case "month":
                return month_start(last), end
            case "month_before":
                return add_months(end, -2), add_months(end, -1)
            case "quarter":
                whole = quarter(end).start
                return add_months(whole, -3), whole
            case "fytd":
                return financial_year(last).start, end
            case _:
                return add_months(end, -int(self.period.removesuffix("m"))), end


def from_url(
    values: Mapping[str, Any], districts: Iterable[str] | None = None, strands: Iterable[str] | None = None
) -> tuple[Filters, list[str]]:
    """Read an address; what is wrong falls back to the page's own, and its name (never its value) is in the list."""
    ignored: list[str] = []

    def take(name: str, read: Callable[[str], Any], fallback: Any) -> Any:
        text = _text(values, name)
        if not text:
            return fallback
        try:
            return read(text)
        except (ValueError, OverflowError):
            ignored.append(name)
            return fallback

    def pick(name: str, known: Iterable[str] | None) -> tuple[str, ...]:
        asked = [part.strip() for part in _text(values, name).split(",") if part.strip()]
        allowed = set(asked if known is None else known)
        found = tuple(one for one in asked if ID.fullmatch(one) and one in allowed)
        if len(found) < len(asked):
            ignored.append(name)
        return found

    period = take("period", lambda text: _one_of(text, PERIODS), PAGE_PERIOD)
    start = take("from", lambda text: _day_within(text, EARLIEST, LATEST), None)
    end = take("to", lambda text: _day_within(text, EARLIEST + DAY, LATEST + DAY), None)
    if (period == "custom") != bool(start or end) or (start and end and start >= end):
        ignored += [name for name in ("period", "from", "to") if _text(values, name) and name not in ignored]
        period, start, end = PAGE_PERIOD, None, None
    return Filters(
        period=period,
        start=start,
        end=end,
        compare=take("compare", lambda text: _one_of(text, COMPARES), "prior"),
        districts=pick("district", districts),
        strands=pick("strand", strands),
        kind=take("kind", lambda text: _one_of(text, KINDS), "crime"),
        as_at=take("as_at", read_moment, None),
    ), ignored


def _text(values: Mapping[str, Any], name: str) -> str:
    found = values.get(name)
    if isinstance(found, list | tuple):
        found = found[-1] if found else None
    return "" if found is None else str(found).strip()


def _one_of(text: str, allowed: tuple[str, ...]) -> str:
    if text not in allowed:
        raise ValueError("not one of the choices")
    return text


def _day_within(text: str, first: date, last: date) -> date:
    day = date.fromisoformat(text)
    if not first <= day <= last:
        raise ValueError("no day anything was recorded on")
    return day


def read_moment(text: str) -> int | date:
    """Return the load number or the date a text says; ValueError for anything else."""
    if re.fullmatch(r"[0-9]{1,9}", text):
        return int(text)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError("neither a load number nor a date")
    return date.fromisoformat(text)
