"""What may leave a view: small squares are muted and people are shown by pseudonym only."""

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
    """Take the count from squares below the minimum: east_km, north_km, n in; n missing where `muted` out."""
    muted = squares["n"] < minimum
    return squares.assign(n=squares["n"].where(~muted), muted=muted.astype(bool)).reset_index(drop=True)


def label(pseudonym: str) -> str:
    """Return the short form of a nominal's pseudonym for a page: 'N-3F09A2C1'."""
    return f"N-{pseudonym[:SHOWN]}"


def strip(frame: pd.DataFrame) -> pd.DataFrame:
    """Leave the columns that single out a person or a place out of a list of cases."""
    return frame[[column for column in frame.columns if column not in FORBIDDEN | _LISTS]]
