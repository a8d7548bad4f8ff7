"""What a cell is shown as before its file is loaded."""

import pytest

from hcdata.common import config as configuration
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.values.known_cells import describe_unknown

CASES = [
    ("generic_crime", "crime_ref", "CRI-35/0123/2026", "CRI-35/0123/2026"),
    ("generic_crime", "crime_ref", "Teal-Lamp", "(letters, 5 to 9)"),
    ("generic_crime", "crime_ref", "4 Teal Street", "(letters and figures, 10 to 30)"),
    ("generic_crime", "recorded", "05/01/2026 10:00", "05/01/2026 10:00"),
    ("generic_crime", "recorded", "5 Jan 2026", "5 Jan 2026"),
    ("generic_crime", "recorded", "5 Teal 2026", "(letters and figures, 10 to 30)"),
    ("generic_crime", "district", "Hunts", "Hunts"),
    ("generic_crime", "district", "Teal-Lamp", "(letters, 5 to 9)"),
    ("generic_crime", "strands", "Race; Religion", "Race; Religion"),
    ("generic_crime", "strands", "Race; Teal", "(letters, 10 to 30)"),
    ("generic_crime", "strands", "Y", "Y"),
    ("generic_crime", "offence_title", "Public fear, alarm or distress", "Public fear, alarm or distress"),
    ("generic_crime", "offence_title", "Assault on Teal-Lamp", "(letters, 10 to 30)"),
    ("generic_crime", "outcome", "16", "16"),
    ("generic_crime", "outcome", "16: Teal-Lamp", "(letters and figures, 10 to 30)"),
    ("generic_crime", "status", "Open", "Open"),
    ("generic_crime", "status", "Teal", "(letters, 1 to 4)"),
    ("generic_crime", "online", "Y", "Y"),
    ("generic_crime", "easting", "546200", "(figures, 5 to 9)"),
    ("generic_crime", "channel", "07700 900123", "(figures, 10 to 30)"),
    ("generic_crime", "Feb 2026", "<5", "<5"),
    ("generic_crime", "channel", "NULL", "NULL"),
    ("generic_crime", "channel", "", ""),
    ("generic_contact", "rank", "PS", "PS"),
    ("generic_contact", "rank", "PS Teal", "(letters, 5 to 9)"),
    ("nypd", "County", "KINGS", "KINGS"),
    ("nypd", "County", "TEAL", "(letters, 1 to 4)"),
]


@pytest.mark.parametrize(("layout", "header", "text", "expected"), CASES)
def test_a_cell_is_shown_only_as_what_its_column_is_for(layout: str, header: str, text: str, expected: str) -> None:
    assert describe_unknown(configuration.load(), layouts.read()[layout])(header, text) == expected
