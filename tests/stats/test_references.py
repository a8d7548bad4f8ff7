"""No reference result is left out: every file, how many rows it holds, and the inputs it was made from."""

from pathlib import Path

import pandas as pd

# Files of ../shared/reference/expected, and the rows of each that a test of this folder compares.
ROWS = {
    "input_ae_attendances.csv": 12765,
    "input_toronto_transgender_days_between.csv": 48,
    "phe_funnel_limits_cambs2024_Possession_of_weapons_per1000.csv": 100,
    "phe_funnel_limits_cambs2024_Public_order_per1000.csv": 100,
    "phe_funnel_limits_cambs2024_Robbery_per1000.csv": 100,
    "phe_funnel_limits_cambs2024_Violence_and_sexual_offences_per1000.csv": 100,
    "phe_funnel_limits_cambs2024_positive_outcome_pct.csv": 100,
    "phe_funnel_points_cambs2024_Possession_of_weapons_per1000.csv": 6,
    "phe_funnel_points_cambs2024_Public_order_per1000.csv": 6,
    "phe_funnel_points_cambs2024_Robbery_per1000.csv": 6,
    "phe_funnel_points_cambs2024_Violence_and_sexual_offences_per1000.csv": 6,
    "phe_funnel_sig_cambs2024_positive_outcome.csv": 6,
    "phe_proportion_cambs2024_positive_outcome.csv": 6,
    "phe_proportion_grid_95_998.csv": 122,
    "phe_proportion_grid_pct_95.csv": 122,
    "phe_rate_cambs2024_crimetype_district_per1000.csv": 84,
    "phe_rate_grid_per1000_95.csv": 190,
    "phe_rate_grid_per100k_95_998.csv": 190,
    "ptd_ae_RJZ_rebase_target1200.csv": 36,
    "ptd_ae_RJZ_rebase_target1200_summary.csv": 3,
    "ptd_ae_type1_breaches_decrease.csv": 4932,
    "ptd_ae_type1_breaches_decrease_fix12.csv": 4932,
    "ptd_ae_type1_breaches_decrease_noscreen.csv": 4932,
    "ptd_ae_type1_breaches_increase.csv": 4932,
    "ptd_ae_type1_breaches_neutral.csv": 4932,
    "ptd_ae_type1_target2000_summary_icons.csv": 140,
    "ptd_edge_600series_screenFALSE.csv": 8888,
    "ptd_edge_600series_screenTRUE.csv": 8888,
    "ptd_toronto_monthly_neutral.csv": 72,
    "qic_g_toronto_transgender_days_between.csv": 48,
    "qic_t_toronto_transgender_days_between_gap_gt0.csv": 47,
}
# Files kept that hold some series of a larger one.
PARTS = {
    f"ptd_edge_40series_screen{screen}.csv": f"ptd_edge_600series_screen{screen}.csv" for screen in ("TRUE", "FALSE")
}
FUNNEL_TYPES = ("Possession_of_weapons", "Public_order", "Robbery", "Violence_and_sexual_offences")


def test_what_is_kept_is_what_lies_beside_the_checkout(all_expected: Path, expected: Path) -> None:
    for file in expected.glob("*.csv"):
        if file.name not in PARTS:
            assert file.read_bytes() == (all_expected / file.name).read_bytes(), file.name
            continue
        kept, whole = pd.read_csv(file), pd.read_csv(all_expected / PARTS[file.name])
        part = whole[whole["f"].isin(kept["f"].unique())].reset_index(drop=True)
        pd.testing.assert_frame_equal(kept, part[kept.columns])


def test_every_file_has_its_rows(all_expected: Path) -> None:
    found = {path.name: len(pd.read_csv(path)) for path in all_expected.glob("*.csv")}
    assert found == ROWS
    compared = sum(rows for name, rows in found.items() if not name.startswith("input_ae"))
    print(f"{len(found)} files, {compared:,} rows of results compared")


def test_every_file_is_read_by_a_test_of_its_own() -> None:
    text = "".join(
        path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_*.py") if path != Path(__file__)
    )
    # The funnels of four crime types are read by one test each, the type put in.
    unread = [name for name in ROWS if name not in text and _with_type(name) not in text]
    assert unread == ["input_ae_attendances.csv"]  # read below


def _with_type(name: str) -> str:
    for kind in FUNNEL_TYPES:
        name = name.replace(kind, "{kind}")
    return name


def test_the_attendances_are_what_their_results_were_made_from(all_expected: Path) -> None:
    attendances = pd.read_csv(all_expected / "input_ae_attendances.csv", parse_dates=["period"])
    first = attendances[attendances["type"].astype(str) == "1"].set_index(["org_code", "period"])["breaches"]
    made = pd.read_csv(all_expected / "ptd_ae_type1_breaches_neutral.csv", parse_dates=["x"]).set_index(["f", "x"])["y"]
    assert first.loc[made.index].tolist() == made.tolist()


def test_torontos_months_are_what_their_results_were_made_from(all_expected: Path) -> None:
    incidents = pd.read_csv(all_expected.parent / "incidents" / "toronto_2018-2023.csv", low_memory=False)
    made = pd.read_csv(all_expected / "ptd_toronto_monthly_neutral.csv", parse_dates=["x"])
    days = pd.to_datetime(incidents["OCCURRENCE_DATE"])
    counts = days.dt.to_period("M").value_counts().sort_index()
    assert counts.tolist() == made["y"].tolist()
