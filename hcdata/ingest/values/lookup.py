"""Values of look-up fields nobody has mapped yet, shown so that they can be: never what may be about a person."""

import re
from collections.abc import Mapping

from hcdata.ingest.layouts.fields import PERSONAL
from hcdata.ingest.layouts.layout import Layout, Moment
from hcdata.ingest.values.clean import normalise

# The look-up fields that hold a yes or a no.
ANSWERS = (
    *("online", "supervisor_named", "threshold_met", "support_offered", "support_accepted", "vps_offered", "vps_taken"),
    *("review_done", "flag_right", "dissatisfied"),
)
# The look-up fields whose values may be given an alias, by the name the alias goes by.
ALIAS_OF = {
    "district": "district",
    "district_or_force": "district",
    "strands": "strand",
    "strand": "strand",
    "outcome": "outcome",
    "channel": "channel",
    "place_type": "setting",
    "kind": "record_kind",
    "event_kind": "event_kind",
    "rank": "rank",
    "person_role": "person_role",
    "person_type": "person_type",
    "contact_kind": "contact_kind",
    "action_status": "action_status",
    "key_action": "key_action",
    "status": "status",
    "cancel_reason": "cancel_reason",
    **dict.fromkeys(ANSWERS, "answer"),
}
# A look-up value is short; a telephone number, a date of birth or an e-mail address in the wrong column is not shown.
_LONGEST = 80
_PERSONAL = re.compile(r"@|\d{5,}|\d[\d /.-]{6,30}\d")
# Rows that must share a text nobody knows before it is shown: fewer than five may tell of one person, and a count below
# five raises a page to OFFICIAL-SENSITIVE (Government Security Classifications, August 2024).
SHARED = 5
# What an alias may mean besides an id: nothing is recorded.
NOT_RECORDED = "not_recorded"


def known_as(field: str, feed: str) -> str:
    """Return the name a field's values go by: the kind of an event is none of an incident."""
    return "event_kind" if (field, feed) == ("kind", "event") else field


def showable(text: str) -> bool:
    """Whether a value looks like one that is looked up, and may be shown and kept."""
    return len(text) <= _LONGEST and not _PERSONAL.search(text)


def listed(rows_of: Mapping[str, int]) -> set[str]:
    """Return those of a field's texts that are values of a list: many rows share each, and most rows share theirs.

    A column of names, addresses or accounts in its place has mostly texts of few rows each.
    """
    shared = {text for text, rows in rows_of.items() if rows >= SHARED}
    return shared if 2 * sum(rows_of[text] for text in shared) >= sum(rows_of.values()) else set()


def plain_headers(layout: Layout) -> set[str]:
    """Return the normalised headers a layout uses for what says nothing of a person: dates, look-up values ..."""
    found = {source.column for source in layout.strands}
    for field, spec in layout.fields.items():
        if field not in PERSONAL:
            found |= {spec.date, spec.time} if isinstance(spec, Moment) else {spec}
    return {normalise(header) for header in found} - {normalise(c) for p in layout.persons for c in p.columns}
