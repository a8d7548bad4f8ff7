"""Values nobody has mapped, as far as they may be shown: what few rows share may be about a person."""

from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from hcdata.common.config import Config
from hcdata.common.sql import read
from hcdata.ingest.values import clean
from hcdata.ingest.values.lookup import listed
from hcdata.store.query import Store

SQL = Path(__file__).parent / "sql"
# How much of a value is that of a known one when it is shown as a misspelling of it: 'Cambrige' of 'Cambridge' is 0.94.
_ALIKE = 0.8


class UnmappedValue(NamedTuple):
    """A value of a field (None: those not shown), the rows it stands in and the newest load that met it."""

    field: str
    text: str | None
    rows: int
    load: int


def unmapped_values(store: Store, *, named: bool = True) -> list[UnmappedValue]:
    """Return the values nobody has mapped, those not shown together, and none shown where they may not be `named`.

    Most rows come first within each field.
    """
    met = [UnmappedValue(*row) for row in store.tuples(read(SQL / "unmapped_values.sql"), {"named": named})]
    known = _known(store.config)
    told: dict[tuple[str, str | None], UnmappedValue] = {}
    for field in dict.fromkeys(one.field for one in met):
        rows_of = {one.text: one.rows for one in met if one.field == field and one.text}
        alike = {text for text in rows_of if get_close_matches(clean.normalise(text), known.get(field, ()), 1, _ALIKE)}
        shown = alike | listed({text: rows for text, rows in rows_of.items() if text not in alike})
        if field == "rank":  # only words of ranks and posts were kept
            shown = set(rows_of)
        for one in (one for one in met if one.field == field):
            text = one.text if one.text in shown else None
            before = told.get((field, text), UnmappedValue(field, text, 0, 0))
            told[field, text] = UnmappedValue(field, text, before.rows + one.rows, max(before.load, one.load))
    return sorted(told.values(), key=lambda one: (one.field, -one.rows, one.text or ""))


def _known(config: Config) -> dict[str, list[str]]:
    """Return the spellings known of each field."""
    districts = list(clean.index(config.district))
    found = {"district": districts, "district_or_force": districts}
    found["strands"] = list(clean.index(config.strand))
    found["channel"] = list(clean.index(config.channel))
    found["place_type"] = list(clean.index(config.setting))
    found["kind"] = list(clean.index(config.record_kind))
    found["key_action"] = list(clean.index(config.key_action))
    found |= {field: list(words) for field, words in clean.WORDS.items()}
    found["outcome"] = [clean.normalise(title) for title, _ in config.outcome.values()]
    return found
