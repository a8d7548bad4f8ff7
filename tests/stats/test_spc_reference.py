"""Every point of every NHSRplotthedots reference file: mean, limits, label, point type; and both summaries.

What is kept beside the tests is compared everywhere, the rest where all reference results lie beside the checkout.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from hcdata.stats import spc

# File, the options it was made with, and how many points it holds.
FILES: list[tuple[str, dict[str, Any], int]] = [
    ("ptd_ae_type1_breaches_neutral.csv", {"improvement": "neutral", "screen_outliers": True}, 4932),
    ("ptd_ae_type1_breaches_increase.csv", {"improvement": "increase", "screen_outliers": True}, 4932),
    ("ptd_ae_type1_breaches_decrease.csv", {"improvement": "decrease", "screen_outliers": True}, 4932),
    ("ptd_ae_type1_breaches_decrease_noscreen.csv", {"improvement": "decrease", "screen_outliers": False}, 4932),
    (
        "ptd_ae_type1_breaches_decrease_fix12.csv",
        {"improvement": "decrease", "screen_outliers": True, "baseline": 12},
        4932,
    ),
    ("ptd_edge_600series_screenTRUE.csv", {"improvement": "increase", "screen_outliers": True}, 8888),
    ("ptd_edge_600series_screenFALSE.csv", {"improvement": "increase", "screen_outliers": False}, 8888),
    ("ptd_ae_RJZ_rebase_target1200.csv", {"improvement": "decrease", "screen_outliers": True, "target": 1200}, 36),
    ("ptd_toronto_monthly_neutral.csv", {"improvement": "neutral", "screen_outliers": True}, 72),
]
KEPT: list[tuple[str, dict[str, Any], int]] = [
    ("ptd_edge_40series_screenTRUE.csv", {"improvement": "increase", "screen_outliers": True}, 530),
    ("ptd_edge_40series_screenFALSE.csv", {"improvement": "increase", "screen_outliers": False}, 530),
    *FILES[-2:],
]
# Made from the A&E file with other options; its points are in the files above.
SUMMARIES = {"ptd_ae_RJZ_rebase_target1200_summary.csv", "ptd_ae_type1_target2000_summary_icons.csv"}


def judge(series: pd.DataFrame, options: dict[str, Any]) -> pd.DataFrame:
    starts = np.flatnonzero(series["rebase_group"].diff().fillna(0).to_numpy())
    return spc.xmr(series["y"], rebase_at=starts, **options)


def read(path: Path) -> tuple[pd.DataFrame, list[pd.DataFrame]]:
    points = pd.read_csv(path)
    return points, [series for _, series in points.groupby("f", sort=False)]


def test_every_reference_file_is_compared(all_expected: Path, expected: Path) -> None:
    assert {path.name for path in all_expected.glob("ptd_*.csv")} == {name for name, _, _ in FILES} | SUMMARIES
    assert {path.name for path in expected.glob("ptd_*.csv")} - SUMMARIES == {name for name, _, _ in KEPT}


@pytest.mark.parametrize(("name", "options", "points"), KEPT, ids=[name for name, _, _ in KEPT])
def test_every_point_equals_the_reference(expected: Path, name: str, options: dict[str, Any], points: int) -> None:
    assert_every_point_equal(expected / name, options, points)


@pytest.mark.parametrize(("name", "options", "points"), FILES[:-2], ids=[name for name, _, _ in FILES[:-2]])
def test_every_point_equals_the_large_reference(
    all_expected: Path, name: str, options: dict[str, Any], points: int
) -> None:
    assert_every_point_equal(all_expected / name, options, points)


def assert_every_point_equal(file: Path, options: dict[str, Any], points: int) -> None:
    reference, series = read(file)
    ours = pd.concat([judge(one, options).assign(f=one["f"].iloc[0]) for one in series], ignore_index=True)
    reference = pd.concat(series, ignore_index=True)
    for ours_name, theirs in (("value", "y"), ("mean", "mean_col"), ("lower", "lpl"), ("upper", "upl")):
        np.testing.assert_allclose(ours[ours_name], reference[theirs], rtol=0, atol=1e-6, err_msg=ours_name)
    wrong = ours[ours["signal"] != reference["special_cause_type"]]
    assert wrong.empty, wrong
    assert (ours["point_type"] == reference["point_type"]).all()
    assert (ours["group"] == reference["rebase_group"]).all()
    np.testing.assert_array_equal(ours["target"], reference["target"].astype(float))
    assert len(ours) == points


def test_short_series_warn_as_the_reference(expected: Path) -> None:
    _, series = read(expected / "ptd_edge_40series_screenTRUE.csv")
    for one in series:
        frame = spc.xmr(one["y"], screen_outliers=True)
        assert spc.summary(frame)["short"].tolist() == [one["short_group_warning"].iloc[0]]


COUNTS = ["n", "common_cause", "special_cause_improvement", "special_cause_concern"]


def assert_summary_equal(ours: pd.DataFrame, reference: pd.DataFrame) -> None:
    for ours_name, theirs in (("mean", "mean_col"), ("lower", "lpl"), ("upper", "upl")):
        np.testing.assert_allclose(ours[ours_name], reference[theirs], rtol=0, atol=1e-6)
    assert ours[COUNTS].to_numpy().tolist() == reference[COUNTS].to_numpy().tolist()
    assert ours["variation"].tolist() == reference["variation_type"].tolist()
    assert ours["assurance"].fillna("").tolist() == reference["assurance_type"].fillna("").tolist()


def test_summary_of_each_rebased_group_equals_the_reference(expected: Path) -> None:
    _, (series,) = read(expected / "ptd_ae_RJZ_rebase_target1200.csv")
    frame = judge(series, {"improvement": "decrease", "screen_outliers": True})
    reference = pd.read_csv(expected / "ptd_ae_RJZ_rebase_target1200_summary.csv")
    assert_summary_equal(spc.summary(frame, "decrease", 1200), reference)


def test_summary_and_assurance_of_140_series_equal_the_reference(all_expected: Path) -> None:
    reference = pd.read_csv(all_expected / "ptd_ae_type1_target2000_summary_icons.csv")
    _, series = read(all_expected / "ptd_ae_type1_breaches_decrease.csv")
    frames = {one["f"].iloc[0]: judge(one, {"screen_outliers": True}) for one in series}
    ours = pd.concat([spc.summary(frames[name], "decrease", 2000) for name in reference["f"]], ignore_index=True)
    assert_summary_equal(ours, reference)
    assert len(ours) == 140
