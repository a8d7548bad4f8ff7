"""The filter bar: period, comparison, district, strand and kind of record, kept in the page's address."""

from datetime import date, timedelta
from typing import Any

import streamlit as st

from hcdata.common.filters import EARLIEST, LATEST, PAGE_PERIOD, Filters, from_url
from hcdata.present.text import load_point_words
from hcdata.ui import address
from hcdata.ui.markup import plain
from hcdata.views.answers import Answers

PERIODS = {
    "12m": "Last 12 months",
    "month": "Last month",
    "month_before": "Month before last",
    "quarter": "Last whole quarter",
    "fytd": "Financial year to date",
    "36m": "Last 36 months",
    "all": "All months loaded",
    "custom": "Dates ...",
}
COMPARES = {"prior": "The period before", "year": "The same months a year before"}
KINDS = {"crime": "Hate crimes", "incident": "Non-crime incidents"}
NAMES = ("period", "from", "to", "compare", "district", "strand", "kind", "as_at")


def draw(answers: Answers, *, district: str | None) -> tuple[Filters, list[str]]:
    """Draw the bar and return what it asks for, with the names of address values that were passed over."""
    asked = address.read(NAMES)
    ignored: list[str] = []
    if asked is not None:
        found, ignored = from_url({"kind": answers.kind, **asked}, answers.districts, answers.strands)
        address.hold(_held(found, answers.data_to))
    choices = answers.list_moments(address.kept("as_at") or "")
    moments = {asked: load_point_words.say(one) for asked, one in choices.items()}
    if (address.kept("as_at") or "") not in moments:
        ignored.append("as_at")
        address.hold({"as_at": ""})
    with st.container(key="filters"):
        values = _widgets(answers, district, moments)
    days: dict[str, str] = {}
    if values["period"] == "custom":
        first, until = sorted((values["from"], values["to"]))
        days = {"from": first.isoformat(), "to": (until + timedelta(days=1)).isoformat()}
    texts = {name: ",".join(value) if isinstance(value, list) else value for name, value in values.items()}
    filters, _ = from_url({**texts, "from": "", "to": "", **days}, answers.districts, answers.strands)
    address.write(values, to_address(filters, answers), NAMES)
    return filters, ignored


def to_address(filters: Filters, answers: Answers) -> dict[str, str]:
    """Return filters as an address tells them, always with the period: without it a page was opened from the menu.

    Crimes are told where they are not what the store shows unless asked.
    """
    unusual = {"kind": filters.kind} if answers.kind != "crime" else {}
    return {"period": filters.period, **unusual, **filters.to_url()}


def _held(filters: Filters, data_to: date | None) -> dict[str, Any]:
    values: dict[str, Any] = {
        "period": filters.period,
        "compare": filters.compare,
        "district": list(filters.districts),
        "strand": list(filters.strands),
        "kind": filters.kind,
        "as_at": "" if filters.as_at is None else str(filters.as_at),
    }
    if filters.period == "custom":
        values["from"] = filters.start or EARLIEST
        values["to"] = filters.end - timedelta(days=1) if filters.end else _within(data_to or LATEST)
    return values


def _widgets(answers: Answers, district: str | None, moments: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {
        "period": _choose("Period", PERIODS, "period", PAGE_PERIOD),
        "compare": _choose("Compare with", COMPARES, "compare", "prior"),
    }
    if district is None:
        values["district"] = _pick("District", answers.districts, "district", "Force")
    values["strand"] = _pick("Strand", answers.strands, "strand", "All strands")
    values["kind"] = _choose("Record", KINDS, "kind", answers.kind)
    values["as_at"] = _choose("As known", moments, "as_at", "")
    if values["period"] == "custom":
        last = _within(answers.data_to or date.today())
        values["from"] = _day("From", "from", last.replace(day=1))
        values["to"] = _day("To (inclusive)", "to", last)
    return values


def _choose(label: str, options: dict[str, str], name: str, first: str) -> str:
    address.recall(name, first)
    return str(st.selectbox(plain(label), list(options), format_func=options.__getitem__, key=name))


def _pick(label: str, options: dict[str, str], name: str, none: str) -> list[str]:
    address.recall(name, [])
    return list(
        st.multiselect(plain(label), list(options), format_func=options.__getitem__, key=name, placeholder=none)
    )


def _day(label: str, name: str, first: date) -> date:
    address.recall(name, first)
    return st.date_input(plain(label), key=name, format="DD/MM/YYYY", min_value=EARLIEST, max_value=LATEST)


def _within(day: date) -> date:
    return min(max(day, EARLIEST), LATEST)
