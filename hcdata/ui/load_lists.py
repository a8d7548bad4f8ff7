"""A list of a file's columns to choose one from; what the layout reads that this file has not stays as it is."""

from collections.abc import Sequence

from streamlit.delta_generator import DeltaGenerator

from hcdata.ingest.values.clean import normalise
from hcdata.ui.markup import plain

_NONE = "not in this file"


def choose_column(
    cell: DeltaGenerator, label: str, headers: Sequence[str], now: str | None, key: str, why: str = ""
) -> str | None:
    """Offer the headers with the one read now chosen, and return the header wanted; None where there is none."""
    alike = {normalise(header): place for place, header in reversed(list(enumerate(headers)))}
    place = alike.get(normalise(now)) if now else None
    options = [_NONE, *headers]
    at = 0 if place is None else place + 1
    chosen = cell.selectbox(
        plain(label), range(len(options)), at, format_func=options.__getitem__, key=key, help=plain(why) or None
    )
    if chosen == at:
        return now
    return options[chosen] if chosen else None
