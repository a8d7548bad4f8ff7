"""Tables of monthly counts beside ours: month by month, part by part, and what cannot be compared."""

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from hcdata.common.access import LOCAL, Scope
from hcdata.common.filters import Filters
from hcdata.present.tables import count_tables
from hcdata.present.text import count_words, impact_words
from hcdata.present.text.left_out_words import WORDS
from hcdata.store import query
from hcdata.views.performance import ask
from hcdata.views.quality import CountTable, quality
from hcdata.views.quality.tables import tables
from tests.conftest import Demonstration
from tests.demo.reread import read_crimes
from tests.store import store_counts, store_exports
from tests.store.store_exports import crime, load

CRIMES = [
    crime("35/1/25", "05/04/2025"),
    crime("35/2/25", "06/04/2025", strands="Race; Faith"),
    crime("35/3/25", "07/05/2025", district="Fenland"),
    crime("35/4/25", "08/05/2025", status="Cancelled"),
]
HEAD = ["District", "Strand", "Apr-25", "May-25"]
SYNTHETIC = f"{store_counts.TOTALS}\nsynthetic = true"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """The folder of a store with four crimes of April and May 2025."""
    file = store_exports.write(tmp_path / "crime_2025-05-31.csv", store_exports.CRIME_HEADERS, CRIMES)
    load(tmp_path / "store", file)
    return tmp_path / "store"


def beside(
    store: Path,
    *rows: list[str],
    head: list[str] = HEAD,
    text: str = store_counts.TOTALS,
    fields: dict[str, str] | None = None,
    name: str = "board.csv",
    scope: Scope = LOCAL,
) -> CountTable:
    """Load a table and return it beside ours."""
    store_counts.keep(store, store_counts.layout(text, fields))
    load(store, store_counts.write(store.parent / name, head, *rows))
    with query.open(store) as opened:
        (found,) = tables(ask(opened, Filters("12m"), scope))
    return found


def listed(frame: pd.DataFrame) -> list[list[object]]:
    """The rows of a frame as lists."""
    return frame.to_numpy().tolist()


def test_each_count_stands_beside_ours_of_its_month_area_and_strand(store: Path) -> None:
    found = beside(
        store,
        ["Hunts", "All", "2", "0"],
        ["Hunts", "Faith", "4", "0"],
        ["Force", "All", "2", "1"],
        ["Force", "Race", "2", "2"],
    )
    assert sorted(map(tuple, listed(found.compared.drop(columns="difference")))) == [
        ("Force", "", date(2025, 4, 1), 2, 2),
        ("Force", "", date(2025, 5, 1), 1, 1),
        ("Force", "Race", date(2025, 4, 1), 2, 2),
        ("Force", "Race", date(2025, 5, 1), 2, 1),
        ("Huntingdonshire", "", date(2025, 4, 1), 2, 2),
        ("Huntingdonshire", "", date(2025, 5, 1), 0, 0),
        ("Huntingdonshire", "Religion", date(2025, 4, 1), 4, 1),
        ("Huntingdonshire", "Religion", date(2025, 5, 1), 0, 0),
    ]
    assert listed(found.apart[["area", "strand", "difference"]]) == [
        ["Huntingdonshire", "Religion", -3],
        ["Force", "Race", -1],
    ]
    assert found.left_out == {} and found.beyond


def test_months_are_added_up_from_the_widest_counts_alone(store: Path) -> None:
    found = beside(store, ["Force", "All", "3", "1"], ["Hunts", "All", "2", "0"], ["Force", "Race", "2", "1"])
    assert listed(count_tables.by_month(found)) == [["May 2025", 1, 1, 0, 0, 3], ["Apr 2025", 3, 2, -1, 1, 3]]
    assert count_words.months_title(found) == "By month, the force"
    assert ["Force", "", 4, 3, -1, 1, 2] in listed(count_tables.by_part(found))


def test_what_cannot_be_compared_is_left_out_with_the_reason(store: Path) -> None:
    found = beside(
        store,
        ["Force", "All", "9", "2", "1", "7"],
        head=["District", "Strand", "Mar-25", "Apr-25", "May-25", "Jun-25"],
    )
    assert found.left_out == {"month_not_loaded": 2} and len(found.compared) == 2


def test_a_month_still_running_when_the_table_was_made_is_left_out(store: Path) -> None:
    text = f"{store_counts.TOTALS}\n[data_to]\nfilename = '_(\\d{{4}}-\\d{{2}}-\\d{{2}})'"
    found = beside(store, ["Force", "All", "2", "0"], text=text, name="board_2025-05-10.csv")
    assert found.left_out == {"month_not_over": 1} and len(found.compared) == 1


@pytest.mark.parametrize(
    ("measure", "why"),
    [
        ("no_such_measure", "no_measure"),
        ("charge_rate", "no_count"),
    ],
)
def test_only_a_count_of_ours_is_compared(measure: str, why: str, store: Path) -> None:
    found = beside(store, ["Force", "All", "2", "1"], text=f'measure = "{measure}"')
    assert found.left_out == {why: 2} and found.compared.empty
    assert f"2 not compared: {WORDS[why]}" in count_words.sentence(found)


def test_a_category_is_never_set_beside_the_whole(store: Path) -> None:
    found = beside(
        store,
        ["Assault", "1", "1"],
        ["All", "2", "1"],
        head=["Offence", "Apr-25", "May-25"],
        fields={"category": "Offence"},
    )
    assert found.left_out == {"by_category": 2} and len(found.compared) == 2


def test_a_table_that_names_no_measure_is_shown_as_it_is(store: Path) -> None:
    found = beside(
        store,
        ["Assault", "1,204", "-"],
        ["Damage", "0", "3"],
        head=["Offence", "Apr-25", "May-25"],
        text="",
        fields={"category": "Offence"},
    )
    assert found.compared.empty and not found.beyond and found.left_out == {}
    assert listed(count_tables.as_given(found)) == [["Assault", 1204, "-"], ["Damage", 0, 3]]
    assert "none of our measures" in count_words.sentence(found)
    assert listed(count_tables.sources(found)) == [["board.csv", "", date(2025, 5, 31), 3]]


def test_a_reader_of_some_districts_sees_no_others_and_no_force(store: Path) -> None:
    rows = [["Force", "All", "3", "1"], ["Hunts", "All", "2", "0"], ["Fenland", "All", "0", "1"]]
    found = beside(store, *rows, scope=Scope(("fenland",), ("fenland",), False, "internal"))
    assert set(found.rows["area"]) == set(found.compared["area"]) == {"Fenland"}
    assert listed(found.compared[["given", "ours"]]) == [[0, 0], [1, 1]]


def test_a_table_far_from_ours_is_named_among_what_wants_looking_into(store: Path) -> None:
    beside(store, ["Force", "All", "2", "1"])
    beside(store, ["Force", "All", "30", "1"], name="later.csv")
    with query.open(store) as opened:
        far = quality(ask(opened, Filters("all"), LOCAL))
    with query.open(store, 2) as opened:
        near = quality(ask(opened, Filters("all"), LOCAL))
    assert not any(impact.kind == "table" for impact in near.impacts)
    (said,) = [one for one in impact_words.findings(far, "check") if one.anchor == "tables"]
    assert "1 differs; furthest apart: Force, Apr 2025, 30 given and 2 here" in said.text


def test_as_at_an_earlier_load_both_sides_are_as_they_were(store: Path) -> None:
    beside(store, ["Force", "All", "2", "1"])
    beside(store, ["Force", "All", "5", "1"], name="later.csv")
    with query.open(store, 2) as opened:
        (found,) = tables(ask(opened, Filters("12m", as_at=2), LOCAL))
    assert found.apart.empty


def test_a_store_of_nothing_else_shows_the_table_and_compares_nothing(tmp_path: Path) -> None:
    found = beside(tmp_path / "store", ["Force", "All", "2", "1"])
    assert found.left_out == {"month_not_loaded": 2}


def test_the_demonstrations_own_counts_differ_nowhere_and_a_planted_error_is_found(
    small_demonstration: Demonstration, tmp_path: Path
) -> None:
    """The counts are made from the exports by another route, with their mess taken away."""
    store = tmp_path / "store"
    shutil.copytree(small_demonstration.store, store)
    crimes = read_crimes(small_demonstration.exports, small_demonstration.truth["rejects"]).values()
    hate = [one for one in crimes if one.strands and not one.cancelled]
    made = Counter(
        (district, strand, f"{one.day:%b-%y}")
        for one in hate
        for district in (one.district, "Force")
        for strand in {*one.strands, "All"}
    )
    months = list(dict.fromkeys(f"{day:%b-%y}" for day in sorted(one.day for one in hate)))
    parts = sorted({key[:2] for key in made})
    rows = [[*part, *(str(made[*part, month]) for month in months)] for part in parts]
    found = beside(store, *rows, head=["District", "Strand", *months], text=SYNTHETIC)
    assert len(found.compared) + sum(found.left_out.values()) == len(parts) * len(months)
    assert len(found.compared) > 100
    assert found.apart.empty and found.left_out == {}
    assert found.compared["given"].sum() == sum(made.values())
    rows[0][2] = str(int(rows[0][2]) + 5)
    wrong = beside(store, *rows, head=["District", "Strand", *months], text=SYNTHETIC, name="wrong.csv")
    assert listed(wrong.apart[["difference"]]) == [[-5]] and wrong.apart["month"][0].strftime("%b-%y") == months[0]


@pytest.mark.shared
def test_torontos_months_by_division_agree_with_a_pivot_of_the_same_file(shared: Path, tmp_path: Path) -> None:
    file = shared / "reference" / "incidents" / "toronto_2018-2023.csv"
    load(tmp_path / "store", file)
    frame = pd.read_csv(file, dtype=str, keep_default_na=False)
    month = pd.to_datetime(frame["REPORTED_DATE"].str.split(" ").str[0], format="mixed").dt.to_period("M")
    wide = pd.crosstab(frame["DIVISION"].str.strip(), month)
    rows = [[str(division), *map(str, counts)] for division, counts in zip(wide.index, wide.to_numpy(), strict=True)]
    found = beside(
        tmp_path / "store",
        *rows,
        head=["Division", *(f"{one:%B %Y}" for one in wide.columns)],
        text=f"{store_counts.TOTALS}\ndistricts_as_found = true",
        fields={"district": "Division"},
    )
    assert found.compared["given"].sum() == len(frame) and found.left_out == {}
    # One of the file's crimes names no motive at all: every row of the file is a hate crime, so it counts here too.
    motives = [name for name in frame if name.endswith(("_BIAS", "_DISABILITY")) and name != "MULTIPLE_BIAS"]
    assert frame[motives].isin(["None", "NO"]).all(axis=1).sum() == 1
    assert found.compared["ours"].sum() == len(frame) and found.apart.empty
