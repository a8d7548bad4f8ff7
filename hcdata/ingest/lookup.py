"""Values of look-up fields nobody has mapped yet, shown so that they can be: never what may be about a person."""

import re

from hcdata.ingest.clean import normalise
from hcdata.ingest.fields import PERSONAL
from hcdata.ingest.layout import Layout, Moment

# The look-up fields whose values may be given an alias, by the name the alias goes by.
ALIAS_OF = {
    "district": "district",
    "district_or_force": "district",
    "strands": "strand",
    "outcome": "outcome",
    "channel": "channel",
    "place_type": "setting",
}
# A look-up value is short; a telephone number, a date of birth or an e-mail address in the wrong column is not shown.
_LONGEST = 80
_PERSONAL = re.compile(r"@|\d{5,}|\d[\d /.-]{6,}\d")
# What an alias may mean besides an id: nothing is recorded.
NOT_RECORDED = "not_recorded"


def showable(text: str) -> bool:
    """Whether a value looks like one that is looked up, and may be shown and kept."""
    return len(text) <= _LONGEST and not _PERSONAL.search(text)


def plain_headers(layout: Layout) -> set[str]:
    """Return the normalised headers a layout uses for what says nothing of a person: dates, look-up values ..."""
    found = {source.column for source in layout.strands}
    for field, spec in layout.fields.items():
        if field not in PERSONAL:
            found |= {spec.date, spec.time} if isinstance(spec, Moment) else {spec}
    return {normalise(header) for header in found} - {normalise(c) for p in layout.persons for c in p.columns}
