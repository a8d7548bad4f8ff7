"""What may leave a view."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from hcdata import disclosure, schema

SQUARE = st.tuples(st.integers(480, 580), st.integers(200, 330), st.integers(1, 50))


@given(st.lists(SQUARE, max_size=30), st.integers(1, 10))
def test_small_squares_lose_their_count_and_stay_on_the_map(squares, minimum):
    frame = pd.DataFrame(squares, columns=["east_km", "north_km", "n"]).astype({"n": "Int64"})
    muted = disclosure.mute(frame, minimum)
    assert len(muted) == len(frame)
    assert muted["muted"].tolist() == [n < minimum for _, _, n in squares]
    assert muted["n"].isna().tolist() == muted["muted"].tolist()
    assert muted["n"].dropna().tolist() == [n for _, _, n in squares if n >= minimum]


def test_a_pseudonym_is_shown_short():
    assert disclosure.label("3F09A2C15B7D0E42") == "N-3F09A2C1"
    assert disclosure.label("3F09A2C15B7D0E42") != disclosure.label("3F09A2C05B7D0E42")


def test_columns_that_single_out_are_left_out():
    frame = pd.DataFrame({name: ["x"] for name in [*sorted(disclosure.FORBIDDEN), "district", "crime_ref"]})
    assert disclosure.strip(frame).columns.tolist() == ["district", "crime_ref"]


def test_no_column_of_the_schema_that_holds_pseudonyms_is_let_through():
    names = ("victims", "suspects", "subjects", "place_id", "person_id", "repeat_victims", "repeat_suspects")
    there = {column.name for table in schema.VERSIONED for column in table.columns} & set(names)
    assert len(there) > 4
    assert disclosure.strip(pd.DataFrame(columns=list(names))).empty
    assert list(disclosure.strip(pd.DataFrame(columns=list(names))).columns) == []
