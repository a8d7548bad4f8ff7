"""Published figures beside ours: same dates, area and strand; what cannot be compared is left out and said."""

import csv
from datetime import date

import pytest

from hcdata.measures import registry
from hcdata.store import reference
from hcdata.views.quality.published import reconcile
from tests.views.conftest import crime

HEADER = "measure,district,strand,from,to,value,source,confidence\n"
REAL = {"crime_file": {"synthetic": False}, "feeds": ["crime"]}
CRIMES = [
    crime("2025-01-01"),
    crime("2025-01-31", strands=["race", "religion"]),
    crime("2025-02-01", district="peterborough"),
    crime("2026-10-05"),
]


@pytest.fixture
def publish(tmp_path, monkeypatch):
    def write(*rows):
        file = tmp_path / "published_figures.csv"
        file.write_text(HEADER + "".join(f"{row},a source,published\n" for row in rows), encoding="utf-8")
        monkeypatch.setattr(reference, "PUBLISHED", file)

    return write


def test_each_figure_is_counted_over_its_own_dates_area_and_strand(make, put, publish):
    publish(
        "recorded_hate_crimes,force,,2025-01-01,2025-01-31,2",
        "recorded_hate_crimes,force,religion,2025-01-01,2025-01-31,3",
        "recorded_hate_crimes,peterborough,,2025-02-01,2025-02-28,1",
    )
    found = reconcile(put(make(crimes=CRIMES, **REAL)))
    rows = found.compared[["area", "strand", "published", "ours", "difference"]].to_numpy().tolist()
    assert sorted(rows) == [["Force", "", 2, 2, 0], ["Force", "Religion", 3, 1, -2], ["Peterborough", "", 1, 1, 0]]
    assert found.compared["end"].max() == date(2025, 2, 28)
    assert found.apart["strand"].tolist() == ["Religion"]
    assert found.left_out == {}


def test_a_published_nought_is_compared_and_has_no_share(make, put, publish):
    publish(
        "recorded_hate_crimes,fenland,,2025-02-01,2025-02-28,0", "recorded_hate_crimes,force,,2025-02-01,2025-02-28,0"
    )
    found = reconcile(put(make(crimes=CRIMES, **REAL)))
    assert found.compared["share"].isna().all()
    assert found.apart[["area", "published", "ours", "difference"]].to_numpy().tolist() == [["Force", 0, 1, 1]]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("recorded_hate_crimes,force,,2024-12-01,2025-01-31,2", "dates_not_loaded"),
        ("recorded_hate_crimes,force,,2026-10-01,2026-11-01,2", "dates_not_loaded"),
        ("recorded_hate_crimes,elsewhere,,2025-01-01,2025-01-31,2", "not_here"),
        ("no_such_measure,force,,2025-01-01,2025-01-31,2", "not_here"),
        ("recorded_hate_crimes,force,religon,2025-01-01,2025-01-31,2", "no_strand"),
        ("outcomes_assigned,force,,2025-01-01,2025-01-31,2", "not_recorded"),
    ],
)
def test_what_cannot_be_compared_is_left_out_with_the_reason(make, put, publish, row, why):
    publish(row)
    found = reconcile(put(make(crimes=CRIMES, **REAL)))
    assert found.compared.empty
    assert found.left_out == {why: 1}


def test_a_figure_of_the_real_force_is_never_set_beside_made_up_data(make, put, publish):
    publish("recorded_hate_crimes,force,,2025-01-01,2025-01-31,2")
    assert reconcile(put(make(crimes=CRIMES))).left_out == {"made_up": 1}


def test_a_figure_of_the_force_is_not_set_beside_another_force(make, put, publish):
    publish("recorded_hate_crimes,force,,2025-01-01,2025-01-31,2")
    store = make(crimes=[{**row, "district": "d14"} for row in CRIMES], **REAL)
    assert reconcile(put(store)).left_out == {"not_here": 1}


def test_every_published_figure_on_file_can_be_read_and_has_its_source():
    with reference.PUBLISHED.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(reference.read_published(reference.PUBLISHED)) == len(rows) > 10
    assert {row["measure"] for row in rows} <= registry.all().keys()
    assert {row["confidence"] for row in rows} <= {"published", "press", "unverified"}
    assert all(row["source"] and row["from"] < row["to"] for row in rows)
