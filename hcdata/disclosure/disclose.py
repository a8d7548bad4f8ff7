"""What may leave a view: small squares are muted and people are shown by pseudonym only."""

from collections.abc import Iterable

import pandas as pd

# Columns that single out a person or a place; no result a page can reach holds them.
FORBIDDEN = frozenset(
    {"person_id", "place_id", "person", "victims", "suspects", "subjects", "surname", "forenames", "born_on"}
    | {"address", "postcode", "uprn", "raw_ref", "perceived_religion", "satisfaction"}
)
# Lists of people in a relation; in a result these names are counts.
_LISTS = frozenset({"repeat_victims", "repeat_suspects"})
# Letters and digits of a pseudonym shown on a page: with 8, two of 5,000 people share a label once in 300 stores.
SHOWN = 8


def mute(squares: pd.DataFrame, minimum: int) -> pd.DataFrame:
    """Take the count from small squares: east_km, north_km, n in; n missing where `muted` out; no row if that tells."""
    limit = find_limit(squares["n"].astype(int), minimum)
    if limit is None:
        return squares.iloc[:0].assign(muted=pd.Series(dtype=bool))
    muted = squares["n"] <= limit
    return squares.assign(n=squares["n"].where(~muted), muted=muted.astype(bool)).reset_index(drop=True)


def find_limit(counts: Iterable[int], minimum: int) -> int | None:
    """Return the count up to which squares are muted: 0 mutes none, None says that no limit would do.

    Everything below the minimum is muted. A reader has the total and takes away the counts shown: two muted squares
    that differ could then be either way round, but muted squares that are alike, or a single one, would be told. So the
    limit rises until two of them differ.
    """
    there = sorted(set(counts))
    small = [n for n in there if n < minimum]
    if len(small) != 1:
        return small[-1] if small else 0
    return there[1] if len(there) > 1 else None


def label(pseudonym: str) -> str:
    """Return the short form of a nominal's pseudonym for a page: 'N-3F09A2C1'."""
    return f"N-{pseudonym[:SHOWN]}"


def strip(frame: pd.DataFrame) -> pd.DataFrame:
    """Leave the columns that single out a person or a place out of a list of cases."""
    return frame[[column for column in frame.columns if column not in FORBIDDEN | _LISTS]]
