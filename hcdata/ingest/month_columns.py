"""Wide files: months as columns hold counts and not records, and are never added to records."""

import re
from datetime import date, datetime

from hcdata.ingest.grid import SPACE

# So many months in one row of headers are no accident.
LEAST = 3
_FORMS = ("%b %Y", "%B %Y", "%b %y", "%Y %m", "%m %Y", "%Y %m %d", "%d %m %Y")
SAID = (
    "months stand as columns: counts, not records, which are never added to records; to compare them with ours,"
    " enter them as published figures, one row for each month (data/reference/published_figures.csv)"
)


def stand_in(head: list[list[str]]) -> bool:
    """Return whether one of a grid's first rows has months for headers."""
    return any(len(set(filter(None, map(month_of, row)))) >= LEAST for row in head)


def month_of(text: str) -> date | None:
    """Return the first day of the month a header names, such as Apr-25, April 2025, 2025-04 or 01/04/2025."""
    words = " ".join(re.split(r"[\s/.,'-]+", text.strip(SPACE).removesuffix("00:00:00").strip(SPACE)))
    for form in _FORMS:
        try:
            found = datetime.strptime(words, form).date()
        except ValueError:
            continue
        return found if found.day == 1 else None
    return None
