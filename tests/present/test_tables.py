from dataclasses import replace

import pandas as pd
import pyarrow as pa

from hcdata.present import tables
from tests.present import made_up as made


def test_months_are_numbers_and_what_is_missing_is_said() -> None:
    result = made.trend()
    frame = result.months.copy()
    frame.loc[5, "n"] = None
    table = tables.months(replace(result, months=frame))
    assert table["Month"].iloc[-1] == "Nov 2026" and table["Complete"].iloc[-1] == "no"
    assert table["Number"].iloc[5] == "not recorded" and table["Number"].iloc[6] == f"{frame['n'].iloc[6]:.0f}"
    assert table["12 months to here"].iloc[0] == "needs 12 complete months"
    assert table["Signal"].iloc[-2] == "above the usual range"


def test_a_column_without_gaps_stays_numeric() -> None:
    assert tables.months(made.trend())["Number"].dtype == "Int64"
    assert tables.districts(made.comparison())["Rate per 1,000"].dtype == "Float64"


def test_a_series_of_few_has_no_columns_of_limits() -> None:
    assert list(tables.months(made.trend(2))) == ["Month", "Number", "12 months to here", "Complete"]


def test_districts_carry_the_unit_and_never_a_zero_for_a_gap() -> None:
    result = made.comparison("percent")
    rows = result.rows.copy()
    rows.loc[0, ["n", "value"]] = pd.NA
    rows.loc[0, "significance"] = None
    table = tables.districts(replace(result, rows=rows)).set_index("District")
    assert table.loc["Cambridge", "Number"] == "too few" and table.loc["Cambridge", "Percent"] == "no figure"
    assert table.loc["Cambridge", "Against all districts"] == "no figure"
    assert table.loc["Fenland", "Percent"] == "31.4"
    assert table.loc["Fenland", "Against all districts"] == "below the 95 % limit"
    assert table.loc["Huntingdonshire", "Against all districts"] == "within the limits"


def test_settings_and_places_are_shown_as_counted() -> None:
    table = tables.settings(made.locations()).set_index("Setting")
    assert table.loc["Shop", ["Number", "Percent of all", "Period before"]].tolist() == [180, 13.5, "120"]
    assert table.loc["School", "Period before"] == "no figure"
    assert tables.places(made.locations())["Repeat places"].tolist() == [3]


def test_people_are_pseudonyms_with_their_last_date() -> None:
    suspects = tables.suspects(made.nominals())
    assert suspects.iloc[0].tolist() == ["N-0412", "Peterborough", 6, "3 Oct 2026", "4 no outcome yet; 2 charged"]
    assert list(tables.victims(made.nominals())) == ["Nominal", "Districts", "Crimes", "Last recorded"]
    assert tables.quarters(made.nominals())["Repeat suspects"].iloc[2] == "too few"


def test_actions_say_what_is_not_there() -> None:
    actions = tables.actions(made.plan())
    assert actions.loc[1, ["Owner", "Due", "Overdue"]].tolist() == ["not recorded", "not recorded", "no"]


def test_one_key_action_shows_its_own_actions() -> None:
    assert tables.actions(made.plan(), "2 Respond")["Action"].tolist() == ["A-02"]


def test_parts_stand_side_by_side_by_month() -> None:
    table = tables.parts([made.trend(90, 1, "Race"), made.trend(20, 2, "Disability"), made.no_trend(subject="Other")])
    assert list(table) == ["Month", "Race", "Disability"] and len(table) == 36
    assert table["Race"].tolist() == made.trend(90, 1).months["n"].tolist()
    assert tables.parts([made.no_trend()]).empty


def test_empty_results_give_empty_tables_with_their_columns() -> None:
    locations, nominals = made.locations(), made.nominals()
    assert tables.months(made.no_trend()).empty
    assert tables.settings(replace(locations, settings=locations.settings.head(0))).empty
    assert tables.quarters(replace(nominals, quarters=nominals.quarters.head(0))).empty
    assert tables.actions(replace(made.plan(), actions=made.plan().actions.head(0))).empty
    nobody = pd.DataFrame(columns=["label", "districts", "crimes", "last_recorded", "outcomes"])
    assert tables.suspects(replace(nominals, most_frequent_suspects=nobody)).empty


def test_no_column_mixes_numbers_and_words() -> None:
    for table in (
        tables.months(made.trend()),
        tables.districts(made.comparison()),
        tables.settings(made.locations()),
        tables.quarters(made.nominals()),
    ):
        assert pa.Table.from_pandas(table).num_rows == len(table)
