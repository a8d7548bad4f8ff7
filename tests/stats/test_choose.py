"""The method chosen for a series, case by case."""

import numpy as np
import pytest

from hcdata.stats import rules, spc
from hcdata.stats.choose import choose


@pytest.mark.parametrize(
    ("values", "method", "low_power", "reason"),
    [
        ([], "none", False, "there is none"),
        ([50], "none", False, "there is only 1"),
        ([50, 60] * 3 + [50], "none", False, "there are only 7"),
        ([50, 60] * 3 + [50, None, None], "none", False, "there are only 7"),
        ([4, 5] * 6, "rare", False, "4.5 a month on average is too few"),
        ([0] * 12, "rare", False, "0.0 a month"),
        ([4, 6] * 4, "xmr", True, "low power: 5.0 "),
        ([9, 10] * 6, "xmr", True, "low power: 9.5 "),
        ([9, 11] * 6, "xmr", False, "enough: 10.0 "),
        ([None, 9, 11] * 6, "xmr", False, "enough: 10.0 "),
        ([0] * 11 + [120], "rare", False, "too sparse"),
        ([12] * 12, "rare", False, "too sparse"),
    ],
)
def test_the_method_fits_the_series(values: list[float | None], method: str, low_power: bool, reason: str) -> None:
    choice = choose(values)
    assert (choice.method, choice.low_power) == (method, low_power)
    assert reason in choice.reason


def test_the_means_that_are_enough_can_be_set() -> None:
    assert choose([14, 16] * 6, enough=20).low_power
    assert not choose([14, 16] * 6, enough=15).low_power
    assert choose([4, 6] * 6, least=6).method == "rare"
    assert choose([0, 1] * 6, least=0).method == "xmr"


def test_a_series_that_screening_would_collapse_never_becomes_a_wall_of_signals() -> None:
    sparse = [0] * 20 + [150, 150, 0, 0]
    screened = spc.xmr(sparse, screen_outliers=True)
    assert (screened["upper"] == screened["mean"]).all()
    assert (screened["signal"] != rules.COMMON).all()
    assert choose(sparse).method == "rare"


def test_stable_series_at_a_mean_of_2_cry_wolf_more_than_at_20() -> None:
    random = np.random.default_rng(1)

    def share(mean: float) -> float:
        series = random.poisson(mean, (1000, 24)).astype(float)
        return float(
            np.mean([(rules.label(one, *spc.find_limits(one, False)) != rules.COMMON).any() for one in series])
        )

    assert 0.22 < share(2) < 0.33
    assert 0.12 < share(20) < 0.22
