"""What may leave a view."""

from itertools import product

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from hcdata.disclosure import disclose
from hcdata.schema import tables

COUNTS = st.lists(st.integers(1, 5), min_size=1, max_size=5)


def squares(counts):
    places = {"east_km": range(500, 500 + len(counts)), "north_km": [280] * len(counts)}
    return pd.DataFrame({**places, "n": counts}).astype({"n": "Int64"})


def told(counts, minimum):
    """What a reader is given: each square's count or None, and the total of all; None where there is no map."""
    limit = disclose.find_limit(counts, minimum)
    return None if limit is None else (tuple(n if n > limit else None for n in counts), sum(counts))


@given(COUNTS, st.integers(1, 4))
def test_small_squares_lose_their_count_and_stay_on_the_map(counts, minimum):
    muted = disclose.mute(squares(counts), minimum)
    shown = tuple(None if pd.isna(n) else int(n) for n in muted["n"])
    assert told(counts, minimum) == ((shown, sum(counts)) if len(muted) else None)
    assert muted["n"].isna().tolist() == muted["muted"].tolist()
    for before, after in zip(counts, muted["n"], strict=False):
        assert pd.isna(after) if before < minimum else pd.isna(after) or after == before


@given(COUNTS, st.integers(1, 4))
def test_no_muted_count_can_be_worked_out_from_the_total_and_the_counts_shown(counts, minimum):
    given_out = told(counts, minimum)
    if given_out is None:
        return
    shown, total = given_out
    hidden = [place for place, n in enumerate(shown) if n is None]
    # every store that would be shown just so, by somebody who knows how squares are muted
    seen = {place: set() for place in hidden}
    for filling in product(range(1, 6), repeat=len(hidden)):
        other = list(shown)
        for place, n in zip(hidden, filling, strict=True):
            other[place] = n
        if sum(other) == total and told(other, minimum) == given_out:
            for place, n in zip(hidden, filling, strict=True):
                seen[place].add(n)
    assert all(len(values) > 1 for values in seen.values())


def test_nothing_is_muted_without_need():
    assert told([3, 4, 9], 3) == ((3, 4, 9), 16)
    assert told([1, 2, 9], 3) == ((None, None, 9), 12)
    assert told([2, 5, 9], 3) == ((None, None, 9), 16)
    assert told([1, 1, 4, 4, 9], 3) == ((None, None, None, None, 9), 19)
    assert told([2, 2], 3) is None
    assert told([2], 3) is None


def test_a_pseudonym_is_shown_short():
    assert disclose.label("3F09A2C15B7D0E42") == "N-3F09A2C1"
    assert disclose.label("3F09A2C15B7D0E42") != disclose.label("3F09A2C05B7D0E42")


def test_columns_that_single_out_are_left_out():
    frame = pd.DataFrame({name: ["x"] for name in [*sorted(disclose.FORBIDDEN), "district", "crime_ref"]})
    assert disclose.strip(frame).columns.tolist() == ["district", "crime_ref"]


def test_no_column_of_the_schema_that_holds_pseudonyms_is_let_through():
    names = ("victims", "suspects", "subjects", "place_id", "person_id", "repeat_victims", "repeat_suspects")
    there = {column.name for table in tables.VERSIONED for column in table.columns} & set(names)
    assert len(there) > 4
    assert disclose.strip(pd.DataFrame(columns=list(names))).empty
    assert list(disclose.strip(pd.DataFrame(columns=list(names))).columns) == []
