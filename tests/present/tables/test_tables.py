from dataclasses import replace
from datetime import date

import pandas as pd
import pyarrow as pa

from hcdata.present.tables import tables
from hcdata.views.apart import Again
from hcdata.views.missing import Simply
from tests.present import made_up as made


def test_months_are_numbers_and_what_is_missing_is_said() -> None:
    result = made.trend()
    frame = result.months.copy()
    frame.loc[5, "n"] = None
    table = tables.months(replace(result, months=frame))
    assert table["Month"].iloc[-1] == "Nov 2026" and table["Complete"].iloc[-1] == "no"
    assert table["Number"].iloc[5] == "not loaded" and table["Number"].iloc[6] == f"{frame['n'].iloc[6]:.0f}"
    assert table["12 months to here"].iloc[0] == "needs 12 complete months"
    assert table["Stands out"].iloc[-2] == "above the usual range" and table["Stands out"].iloc[0] == ""


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
    assert table.loc["Cambridge", "Number"] == "not loaded" and table.loc["Cambridge", "Percent"] == "no figure"
    assert table.loc["Cambridge", "Against all districts"] == "no figure"
    assert table.loc["Fenland", "Percent"] == "31.4"
    assert table.loc["Fenland", "Against all districts"] == "below the 95 % limit: could be chance"
    assert table.loc["Huntingdonshire", "Against all districts"] == "within the limits"


def test_settings_and_places_are_shown_as_counted() -> None:
    table = tables.settings(made.locations()).set_index("Setting")
    assert table.loc["Shop", ["Number", "Percent of all", "Number before"]].tolist() == [180, 13.5, "120"]
    assert table.loc["School", "Number before"] == "no figure"
    assert tables.places(made.locations())["Repeat places"].tolist() == [3]


def test_people_are_pseudonyms_with_their_last_date() -> None:
    suspects = tables.suspects(made.nominals())
    assert suspects.iloc[0].tolist() == [
        "N-0412", "Peterborough", 6, 5, "no", "3 Oct 2026", "4 no outcome yet; 2 charged"
    ]  # fmt: skip
    victims = tables.victims(made.nominals())
    assert list(victims)[2:] == [
        "Crimes", "In the period", "New in 3 months", "Last recorded", "Earlier non-crime incidents"
    ]  # fmt: skip
    assert victims.iloc[0].tolist()[2:] == [6, 5, "no", "3 Oct 2026", 1]
    assert tables.quarters(made.nominals())["Repeat suspects"].iloc[2] == "no figure"


def test_actions_say_what_is_not_there() -> None:
    actions = tables.actions(made.plan())
    assert actions.loc[1, ["Owner", "Due", "Standing"]].tolist() == [
        "not recorded",
        "not recorded",
        "discharged 20 Oct 2026",
    ]
    assert actions.loc[0, ["Raised", "Latest update"]].tolist() == ["1 May 2026", "1 Oct 2026: On track"]
    assert actions["Latest update"].tolist()[1] == "20 Oct 2026"


# status, open, overdue, not updated, discharged on; what the table says of where the action stands.
STANDING = [
    ("Open", True, False, False, None, "in hand"),
    ("Updated", True, True, False, None, "overdue"),
    ("Updated", True, False, True, None, "not updated"),
    ("Open", True, True, True, None, "overdue and not updated"),
    ("Proposed discharge", True, False, False, None, "in hand, discharge proposed"),
    ("Proposed discharge", True, True, True, None, "overdue and not updated, discharge proposed"),
    ("Updated", True, False, False, date(2026, 10, 4), "in hand"),
    ("Discharged", False, False, False, date(2026, 10, 4), "discharged 4 Oct 2026"),
    ("Not recorded", False, False, False, date(2026, 10, 14), "discharged 14 Oct 2026"),
    ("Discharged", False, False, False, None, "discharged on a day not recorded"),
    ("Proposed discharge", False, False, False, None, "discharged on a day not recorded"),
]


def test_each_action_stands_in_one_place_in_one_word_or_two() -> None:
    plan = made.plan()
    one = plan.actions.iloc[0].to_dict()
    names = ("status", "is_open", "overdue", "not_updated", "discharged_on")
    rows = [
        one | dict(zip(names, case[:5], strict=True), proposed=case[0] == "Proposed discharge") for case in STANDING
    ]
    table = tables.actions(replace(plan, actions=pd.DataFrame(rows)))
    assert table["Standing"].tolist() == [case[5] for case in STANDING]


def test_an_action_never_updated_says_so() -> None:
    plan = made.plan()
    actions = plan.actions.assign(updated_on=pd.NaT, latest_update=["No date given", None])
    assert tables.actions(replace(plan, actions=actions))["Latest update"].tolist() == ["No date given", "none"]


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
    nobody = pd.DataFrame(columns=["label", "districts", "crimes", "asked", "new", "last_recorded", "outcomes"])
    assert tables.suspects(replace(nominals, most_frequent_suspects=nobody)).empty


def test_no_column_mixes_numbers_and_words() -> None:
    for table in (
        tables.months(made.trend()),
        tables.districts(made.comparison()),
        tables.settings(made.locations()),
        tables.quarters(made.nominals()),
    ):
        assert pa.Table.from_pandas(table).num_rows == len(table)


def test_what_is_new_is_headed_by_the_time_it_is_counted_in() -> None:
    month = replace(made.locations().repeat, again=Again(2, False, 0, 1))
    assert list(tables.places(replace(made.locations(), repeat=month)))[-1] == "New in this period"
    quarter = replace(month, again=Again(2, True, 0, 1))
    assert list(tables.places(replace(made.locations(), repeat=quarter)))[-1] == "New in 3 months"


def test_districts_that_are_not_compared_have_no_column_of_limits() -> None:
    lone = tables.districts(replace(made.comparison(), missing=Simply("no_population")))
    assert "Against all districts" not in lone and "Change since" in lone


def test_no_change_is_said_of_as_many_and_not_of_a_share_of_another_base() -> None:
    for unit, said in (("rate", "no change"), ("percent", "could be chance")):
        result = made.comparison(unit)
        rows = result.rows.assign(prior_n=result.rows["n"], chance="could be chance")
        assert set(tables.districts(replace(result, rows=rows))["Change since"]) == {said}
