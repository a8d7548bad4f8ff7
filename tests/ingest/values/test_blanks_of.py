"""Blanks of a layout are blanks of the fields they were declared for."""

from pathlib import Path

import pytest

from hcdata.common.errors import ConfigError
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.layouts import layout_text
from hcdata.ingest.recognised import Recognised
from tests.ingest import ingest_rows

OWN = """
name = "own"
title = "Own"
feed = "crime"
match = ["Ref", "Day"]
blanks = ["NULL", "N/A"]

[blanks_of]
incident_ref = ["99-0", "See 'log' 1"]
person_surname = ["Void", "null"]
recorded = ["01/01/2000"]

[fields]
crime_ref = "Ref"
incident_ref = "Incident"
recorded = "Day"
district = "Area"

[[persons]]
role = "victim"
surname = "Surname"
forenames = "Forename"
born = "Born"
sex = "Sex"
"""
HEADERS = ["Ref", "Incident", "Day", "Area", "Surname", "Forename", "Born", "Sex"]
ROWS = [
    ["35/1/26", "99-0", "01/02/2026", "99-0", "Void", "Jenny", "05/03/1980", "F"],
    ["35/2/26", "see 'LOG' 1", "01/02/2026", "N/A", "VOID", "Jenny", "05/03/1980", "F"],
    ["35/3/26", "null", "01/02/2026", "Fenland", "Null", "Jenny", "05/03/1980", "F"],
    ["35/4/26", "99-1", "01/02/2026", "Void", "None", "Jenny", "05/03/1980", "F"],
    ["35/5/26", "99-2", "01/01/2000", "Fenland", "Teal", "Jenny", "05/03/1980", "F"],
]


def test_a_field_has_blanks_of_its_own_and_names_only_those() -> None:
    own = layouts.parse(OWN, "own.toml")
    texts = [HEADERS, *ROWS]
    con = ingest_rows.put_through(Recognised(ingest_rows.RowsGrid(Path("rows.csv"), None, "0", texts, texts), own, 0))
    rows = ingest_rows.typed(con)
    assert [row["incident_ref"] for row in rows] == [None, None, None, "99-1", "99-2"]
    assert [row["district"] for row in rows] == ["unmapped", "not_recorded", "fenland", "unmapped", "fenland"]
    assert [row["reason"] for row in rows] == [None] * 4 + ["missing_recorded_date"]
    assert sorted(ingest_rows.persons(con)) == [5]


def test_it_is_written_and_read_again_and_an_unknown_field_refused() -> None:
    own = layouts.parse(OWN, "own.toml")
    assert layouts.parse(layout_text.write(own, "own"), "own.toml") == own
    with pytest.raises(ConfigError, match=r"blanks_of.*nothing_such"):
        layouts.parse(OWN.replace("person_surname =", "nothing_such ="), "own.toml")
