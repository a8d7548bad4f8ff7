"""Hub sheets of every age: before columns that came later, with them, and with a scale its layout declares."""

from datetime import date

from hcdata.common.filters import Filters
from hcdata.ingest.layouts import layout as layouts
from hcdata.measures import run
from hcdata.store import query
from tests.store.store_exports import CRIME_HEADERS, crime, load, write

OLD = [
    "crime_ref",
    "referred",
    "support_offered",
    "support_accepted",
    "vps_offered",
    "vps_taken",
    "assessed",
    "satisfaction",
]
CRIMES = [
    crime(f"35/{n}/26", person_role="Victim", person_id=f"U{n}", reported="05/01/2026 09:00") for n in range(1, 13)
]
NEW = ["statement_offered", "risk_assessed", "hub_referral_2d", "satisfaction", "risk_reviewed", "inspector_contact"]
EVER = Filters("all")
# Answer, on a scale whose 1 is the best; what is counted of it: satisfied, answered, answered as nobody knows.
SCALE = {
    "1": (1, 1, 0),
    " 1 ": (1, 1, 0),
    "2": (1, 1, 0),
    "3": (0, 1, 0),
    "4": (0, 1, 0),
    "5": (0, 1, 0),
    "6": (0, 1, 1),
    "1/5": (0, 1, 1),
    "Very satisfied": (1, 1, 0),
    "N/A": (0, 0, 0),
    "": (0, 0, 0),
}
LAYOUT = """name = "hub_scale"
title = "Hub survey"
feed = "service"
match = ["Ref", "Sent", "Help", "Score"]
[fields]
crime_ref = "Ref"
referred = "Sent"
support_offered = "Help"
satisfaction = "Score"
[values.satisfaction]
"1" = "satisfied"
"2" = "satisfied"
"3" = "neither"
"4" = "dissatisfied"
"5" = "dissatisfied"
"""


def counted(folder, measures):
    with query.open(folder) as store:
        found = {id: run.figures(store, id, (), EVER).iloc[0] for id in measures}
    return {id: None if one.isna()["n"] else tuple(one[["n", "of", "not_recorded"]]) for id, one in found.items()}


def test_a_sheet_without_the_columns_that_came_later_is_read_and_what_it_lacks_is_not_nought(tmp_path):
    files = [write(tmp_path / "crime_2026-01-31.csv", CRIME_HEADERS, CRIMES)]
    row = {"referred": "06/01/2026", "support_offered": "Y", "vps_offered": "N", "satisfaction": "Fairly satisfied"}
    files.append(write(tmp_path / "service_2026-01-31.csv", OLD, [{"crime_ref": "35/1/26", **row}]))
    receipt = load(tmp_path / "store", *files)
    assert [(file.rows_read, file.rows_accepted, file.rows_rejected) for file in receipt.files] == [
        (12, 12, 0),
        (1, 1, 0),
    ]
    assert counted(tmp_path / "store", NEW) == {
        "statement_offered": (0, 12, 11),
        "risk_assessed": None,
        "hub_referral_2d": (1, 12, 11),
        "satisfaction": (1, 1, 0),
        "risk_reviewed": None,
        "inspector_contact": None,
    }


def test_a_scale_of_numbers_means_what_its_layout_declares(tmp_path):
    (tmp_path / "layouts").mkdir()
    (tmp_path / "layouts" / "hub_scale.toml").write_text(LAYOUT, encoding="utf-8")
    rows = [
        {"Ref": f"35/{n}/26", "Sent": "06/01/2026", "Help": "Y", "Score": text} for n, text in enumerate(SCALE, start=1)
    ]
    hub = write(tmp_path / "hub.csv", ["Ref", "Sent", "Help", "Score"], rows)
    load(tmp_path / "store", write(tmp_path / "crime_2026-01-31.csv", CRIME_HEADERS, CRIMES))
    load(tmp_path / "store", hub, extract_date=date(2026, 1, 31))
    wanted = tuple(sum(column) for column in zip(*SCALE.values(), strict=True))
    assert counted(tmp_path / "store", ["satisfaction"]) == {"satisfaction": wanted}


def test_every_field_of_a_hub_sheet_has_a_column_of_ours():
    assert set(OLD) < layouts.read()["generic_service"].columns
