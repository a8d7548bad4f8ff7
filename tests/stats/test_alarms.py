"""Expected false alarms, the table they are read from, and the document beside it."""

import re

import numpy as np
import pandas as pd
import pytest

from bench import alarms_runs
from bench.alarms import DOCUMENT, MEANS
from hcdata.stats import alarms, headline


@pytest.fixture(scope="module")
def counted() -> pd.DataFrame:
    return pd.read_csv(alarms.FILE)


def test_every_mean_is_counted_and_none_is_above_twenty_five_in_a_thousand(counted: pd.DataFrame) -> None:
    assert counted.columns.tolist() == list(alarms.COLUMNS)
    for _, part in counted.groupby("months"):
        assert part["mean"].tolist() == list(MEANS)
    assert (counted["share"] <= 0.025).all()
    assert (counted["series"] >= 2_000).all()


def test_a_chart_of_a_counted_mean_expects_its_share(counted: pd.DataFrame) -> None:
    for row in counted.itertuples():
        assert alarms.expected([(row.mean, row.months)]) == pytest.approx(row.share)


def test_charts_add_up_and_lie_between_their_neighbours() -> None:
    low, high = alarms.expected([(12, 24)]), alarms.expected([(15, 24)])
    assert min(low, high) <= alarms.expected([(13, 24)]) <= max(low, high)
    assert alarms.expected([(12, 24), (15, 24)] * 21) == pytest.approx(21 * (low + high))
    assert alarms.expected([]) == alarms.expected([(0, 36)]) == 0


@pytest.mark.parametrize(("months", "as_long_as"), [(12, 24), (30, 24), (60, 36)])
def test_a_length_not_counted_takes_the_next_shorter_or_the_shortest(months: int, as_long_as: int) -> None:
    assert alarms.expected([(7, months)]) == alarms.expected([(7, as_long_as)])


def test_the_document_says_what_the_table_says(counted: pd.DataFrame) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert f"p = {headline.LEVEL}" in text
    for months, part in counted.groupby("months"):
        section = text.split(f"## Stable series of {months} months")[1].split("\n## ")[0]
        said = dict(re.findall(r"^\| ([\d.]+) \| [^|]+ \| [^|]+ \| ([\d.]+ %)", section, re.MULTILINE))
        assert said == {f"{row.mean:g}": f"{100 * row.share:.1f} %" for row in part.itertuples()}


def test_a_rise_of_many_is_noticed_within_a_year_as_often_as_on_a_plain_chart() -> None:
    for mean in (25, 60):
        found = alarms_runs.notice(mean, 120, seed=3)
        assert found.ours[2] >= found.plain[2]


def test_counts_that_vary_more_have_the_variance_asked_for() -> None:
    made = alarms_runs.draw(np.random.default_rng(1), 10, 2, (200, 200))
    assert made.mean() == pytest.approx(10, rel=0.03)
    assert made.var() == pytest.approx(20, rel=0.05)


def test_stable_series_are_judged_by_the_method_their_mean_allows() -> None:
    few, many = (alarms_runs.accuse(24, mean, 1, 60, seed=1) for mean in (1, 40))
    assert (few.chosen["rare"], many.chosen["xmr"]) == (1, 1)
    assert few.special == 0
    assert many.special >= many.all_accused
