"""G and T charts equal to their references, events on one day, and what a chart refuses."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from hcdata.stats import rare

FILES = [
    ("qic_g_toronto_transgender_days_between.csv", rare.g, 48, 1),
    ("qic_t_toronto_transgender_days_between_gap_gt0.csv", rare.t, 47, 0),
]
START = date(2024, 1, 1)
DAYS = st.lists(st.integers(0, 400), min_size=2, max_size=60).map(lambda list: [START + timedelta(one) for one in list])


def test_every_reference_file_is_compared(expected: Path) -> None:
    assert {path.name for path in expected.glob("qic_*.csv")} == {name for name, *_ in FILES}


@pytest.mark.parametrize(("name", "chart", "points", "outside"), FILES, ids=[one[0] for one in FILES])
def test_every_point_equals_the_reference(expected: Path, name: str, chart, points: int, outside: int) -> None:
    theirs = pd.read_csv(expected / name)
    ours = chart(theirs["y.sum"])
    for mine, reference in (
        ("centre", "cl"),
        ("lower", "lcl"),
        ("upper", "ucl"),
        ("lower95", "lcl.95"),
        ("upper95", "ucl.95"),
    ):
        np.testing.assert_allclose(ours[mine], theirs[reference], rtol=1e-9, err_msg=mine)
    assert ours["signal"].tolist() == theirs["sigma.signal"].tolist()
    runs, first = rare.runs(theirs["y.sum"], ours["centre"].iloc[0]), theirs.iloc[0]
    assert (runs.useful, runs.longest, runs.longest_allowed) == tuple(
        first[["n.useful", "longest.run", "longest.run.max"]]
    )
    assert (runs.crossings, runs.crossings_needed) == tuple(first[["n.crossings", "n.crossings.min"]])
    assert runs.signal == first["runs.signal"]
    print(f"{name}: {len(ours)} points equal, {int(ours['signal'].sum())} outside the limits")
    assert (len(ours), int(ours["signal"].sum())) == (points, outside)


def test_days_between_are_those_of_the_reference_input(expected: Path) -> None:
    theirs = pd.read_csv(expected / "input_toronto_transgender_days_between.csv", parse_dates=["date"])
    first = theirs["date"].iloc[0] - pd.Timedelta(days=int(theirs["gap"].iloc[0]))
    ours = rare.gaps([first, *theirs["date"]])
    assert ours["gap"].tolist() == theirs["gap"].tolist()
    assert ours["day"].tolist() == theirs["date"].tolist()
    assert len(rare.gaps([first, *theirs["date"]], merge=True)) == 47


def test_two_events_on_one_day_are_no_days_apart_or_one_event() -> None:
    days = [START, START + timedelta(5), START + timedelta(5), START + timedelta(12)]
    assert rare.gaps(days)["gap"].tolist() == [5, 0, 7]
    merged = rare.gaps(days, merge=True)
    assert merged["gap"].tolist() == [5, 7]
    assert merged["events"].tolist() == [2, 1]


@pytest.mark.parametrize("days", [[], [START]])
def test_fewer_than_two_events_have_nothing_between(days: list[date]) -> None:
    assert rare.gaps(days).empty
    assert rare.g(rare.gaps(days)["gap"]).empty
    assert rare.t(rare.gaps(days, merge=True)["gap"]).empty


@given(DAYS, st.integers(0, 99))
def test_order_of_events_is_irrelevant_and_gaps_add_up(days: list[date], seed: int) -> None:
    shuffled = Random(seed).sample(days, len(days))
    for merge in (False, True):
        ours = rare.gaps(days, merge=merge)
        pd.testing.assert_frame_equal(ours, rare.gaps(shuffled, merge=merge))
        assert ours["gap"].sum() == (max(days) - min(days)).days
    assert (rare.gaps(days, merge=True)["gap"] > 0).all()


@given(st.lists(st.integers(1, 300), min_size=2, max_size=40), st.sampled_from([0.5, 2, 24]))
def test_limits_of_times_follow_their_unit(times: list[int], scale: float) -> None:
    plain, scaled = rare.t(times), rare.t([one * scale for one in times])
    np.testing.assert_allclose(scaled["upper"], plain["upper"] * scale, rtol=1e-6)
    np.testing.assert_allclose(scaled["centre"], plain["centre"] * scale, rtol=1e-6)


def test_a_time_of_nought_or_a_negative_number_is_refused() -> None:
    with pytest.raises(ValueError, match="t chart"):
        rare.t([3, 0, 4])
    with pytest.raises(ValueError, match="g chart"):
        rare.g([3, -1])
    assert rare.g([3, 0, 4])["centre"].tolist() == [3] * 3


def test_a_long_run_on_one_side_is_a_signal_and_points_on_the_centre_are_left_out() -> None:
    found = rare.runs([1, 9] * 5 + [9] * 9 + [5], 5)
    assert (found.useful, found.longest, found.signal) == (19, 10, True)
    assert not rare.runs([1, 9, 9, 1] * 4, 5).signal
    assert rare.runs([], 5) == rare.Runs(0, 0, 0, 0, 0)


def test_the_crossings_needed_are_the_quantile_of_a_binomial() -> None:
    for useful in range(2, 400):
        found = rare.runs([1, 9] * (useful // 2) + [9] * (useful % 2), 5)
        assert (found.useful, found.crossings_needed) == (useful, stats.binom.ppf(0.05, useful - 1, 0.5))
