"""Where labels go, how axes are divided, and how text is broken."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hcdata.present.charts import scale, spacing, wording


@given(st.lists(st.floats(0, 250), min_size=1, max_size=6))
def test_labels_are_spread_in_order(positions: list[float]) -> None:
    moved = spacing.spread(positions, 17, 250)
    order = sorted(range(len(positions)), key=lambda index: positions[index])
    ranked = [moved[index] for index in order]
    assert all(after - before >= 17 - 1e-6 for before, after in pairwise(ranked))
    assert min(moved) >= -1e-6 and max(moved) <= 250 + 1e-6


def test_labels_that_have_room_stay_where_they_are() -> None:
    assert spacing.spread([200, 10, 90], 17, 250) == [200, 10, 90]


@given(st.lists(st.floats(0, 230), max_size=12).map(sorted))
def test_numbers_in_one_row_keep_their_gap(positions: list[float]) -> None:
    rows = spacing.rows_for(positions, 20)
    for row in set(rows):
        same = [at for at, one in zip(positions, rows, strict=True) if one == row]
        assert all(after - before >= 20 for before, after in pairwise(same))


def test_a_label_avoids_the_point_beside_it() -> None:
    area = spacing.Box(0, 0, 300, 300)
    above, below = spacing.beside([(100, 100), (100, 122)], [(60, 17), (60, 17)], area)
    assert (above, below) != ("top center", "bottom center")
    assert spacing.beside([(100, 100)], [(60, 17)], area) == ["top center"]
    assert spacing.beside([(290, 290)], [(60, 17)], area) == ["bottom left"]


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**6)), max_size=20))
def test_a_scale_holds_its_values_in_whole_steps(values: list[float | None]) -> None:
    fitted = scale.fit(values)
    known = [value for value in values if value is not None]
    assert all(fitted.low <= value <= fitted.high for value in known)
    assert fitted.low == 0
    assert fitted.step == int(fitted.step) >= 1 and 1 <= len(fitted.ticks) - 1 <= 8


def test_escaped_text_stays_text() -> None:
    assert wording.wrap('a <a href="x">b</a> & c', 80) == ['a &lt;a href="x"&gt;b&lt;/a&gt; &amp; c']
    assert re.fullmatch(r"one\W+two", wording.join(["one", "two"], 20)[0])
    assert len(wording.join(["one", "two"], 6)) == 2
