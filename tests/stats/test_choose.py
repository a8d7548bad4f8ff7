"""The method chosen for a series, case by case."""

import numpy as np
import pytest

from hcdata.stats import rules, spc
from hcdata.stats.choose import choose


@pytest.mark.parametrize(
    ("values", "screen", "method", "low_power", "reason"),
    [
        ([], False, "none", False, "too few points: 0 "),
        ([50, 60] * 3 + [50], False, "none", False, "too few points: 7 "),
        ([50, 60] * 3 + [50, None, None], False, "none", False, "too few points: 7 "),
        ([4, 5] * 6, False, "none", False, "too few: 4.5 "),
        ([0] * 12, True, "none", False, "too few: 0.0 "),
        ([4, 6] * 4, False, "xmr", True, "low power: 5.0 "),
        ([9, 10] * 6, False, "xmr", True, "low power: 9.5 "),
        ([9, 11] * 6, False, "xmr", False, "enough: 10.0 "),
        ([None, 9, 11] * 6, False, "xmr", False, "enough: 10.0 "),
        ([0] * 11 + [120], True, "none", False, "too sparse"),
        ([0] * 11 + [120], False, "xmr", False, "enough"),
        ([12] * 12, False, "none", False, "too sparse"),
        ([12] * 12, True, "none", False, "too sparse"),
    ],
)
def test_the_method_fits_the_series(
    values: list[float | None], screen: bool, method: str, low_power: bool, reason: str
) -> None:
    choice = choose(values, screen_outliers=screen)
    assert (choice.method, choice.low_power) == (method, low_power)
    assert choice.reason.startswith(reason)


def test_the_mean_that_is_enough_can_be_set() -> None:
    assert choose([14, 16] * 6, enough=20).low_power
    assert not choose([14, 16] * 6, enough=15).low_power


def test_stable_series_at_a_mean_of_2_cry_wolf_more_than_at_20() -> None:
    random = np.random.default_rng(1)

    def share(mean: float) -> float:
        series = random.poisson(mean, (1000, 24)).astype(float)
        return float(
            np.mean([(rules.label(one, *spc.find_limits(one, False)) != rules.COMMON).any() for one in series])
        )

    assert 0.22 < share(2) < 0.33
    assert 0.12 < share(20) < 0.22
