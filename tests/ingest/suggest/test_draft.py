"""What a draft maps, what it leaves open, and what it never writes."""

from pathlib import Path

import pytest

from hcdata.common import config as configuration
from hcdata.common.errors import LoadError
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.suggest.draft import draft
from hcdata.ingest.suggest.grids import one_grid
from hcdata.ingest.suggest.write import write
from hcdata.loading.scratch import scratch
from tests.ingest.suggest.drafts import REFS, drafted, line, rows


def one_column(folder: Path, header: str, values: list[str]) -> tuple[str, dict[str, object]]:
    """Draft a crime extract with one column more, and return the text and the fields mapped."""
    text, layout = drafted(
        folder, ["Crime Number", "Date Recorded", header], rows(REFS, ["05/01/2026 10:00", "28/01/2026 09:15"], values)
    )
    assert layout.feed == "crime" and layout.fields["crime_ref"] == "Crime Number"
    return text, dict(layout.fields)


@pytest.mark.parametrize(
    ("header", "values", "field"),
    [
        ("HomeOfficeOutcome", ["1: Charged", "16"], "outcome"),
        ("HO Outcome", ["16", "0", "0 - Not yet assigned"], "outcome"),
        ("[HO_CODE]", ["8P", "009B"], "offence_code"),
        ("LPA", ["Hunts", "Peterborough UA"], "district"),
        ("LSOA name", ["Peterborough 014A", "Fenland 003I"], "district"),
        ("How Reported", ["101", "True Vision"], "channel"),
        ("Location Type", ["Pub", "Street"], "place_type"),
        ("Post Code", ["PE1 1AA", "CB23 4QX"], "postcode"),
        ("Offence Title", ["anything", "at all"], "offence_title"),
        ("Outcome Date", ["01/02/2026", "14/02/2026"], "outcome_date"),
    ],
)
def test_a_known_header_with_fitting_values_is_sure(header: str, values: list[str], field: str, tmp_path: Path) -> None:
    text, fields = one_column(tmp_path, header, values)
    assert fields[field] == header
    assert "# sure: " in line(text, f"{field} =")


@pytest.mark.parametrize(
    ("header", "values", "field"),
    [
        ("Recording LPA name", ["Hunts", "Fenland"], "district"),
        ("col_17", ["Hunts", "Fenland"], "district"),
        ("How Reported", ["101", "carrier pigeon", "owl", "by drum"], "channel"),
    ],
)
def test_values_without_the_header_or_half_the_values_are_likely(
    header: str, values: list[str], field: str, tmp_path: Path
) -> None:
    text, fields = one_column(tmp_path, header, values)
    assert fields[field] == header
    assert "# likely: " in line(text, f"{field} =")


@pytest.mark.parametrize(
    ("header", "values", "field"),
    [
        ("District", ["Teal", "Lamp"], "district"),
        ("Outcome", ["Teal", "Lamp"], "outcome"),
        ("Offence Titel", ["anything"], "offence_title"),
    ],
)
def test_what_is_not_sure_stands_behind_a_mark_with_the_reason(
    header: str, values: list[str], field: str, tmp_path: Path
) -> None:
    text, fields = one_column(tmp_path, header, values)
    assert field not in fields
    assert "# UNSURE: " in line(text, f'# {field} = "{header}"')


def test_two_columns_as_good_as_each_other_are_neither_mapped(tmp_path: Path) -> None:
    text, layout = drafted(
        tmp_path,
        ["Crime Number", "Date Recorded", "Created Date"],
        rows(REFS, ["05/01/2026", "28/01/2026"], ["06/01/2026", "29/01/2026"]),
    )
    assert "recorded" not in layout.fields
    assert 'recorded = "Date Recorded"' in text and 'recorded = "Created Date"' in text


def test_a_file_of_crimes_with_two_numbers_is_one_of_crimes(tmp_path: Path) -> None:
    text, layout = drafted(
        tmp_path,
        ["Crime No", "Crime Number", "Date Recorded", "District"],
        rows([f"C{n:04}" for n in range(20)], REFS, ["05/01/2026", "28/01/2026"], ["Hunts", "Fenland"]),
    )
    assert layout.feed == "crime" and "crime_ref" not in layout.fields
    assert '# crime_ref = "Crime No"' in text and '# crime_ref = "Crime Number"' in text


def test_where_two_are_as_good_no_third_takes_their_place(tmp_path: Path) -> None:
    text, layout = drafted(
        tmp_path,
        ["Crime Number", "Date Recorded", "Outcome Date", "Disposal Date", "Previous Outcome Date"],
        rows(REFS, ["05/01/2026", "28/01/2026"], *([day] for day in ("06/01/2026", "07/01/2026", "08/01/2026"))),
    )
    assert "outcome_date" not in layout.fields
    for header in ("Outcome Date", "Disposal Date", "Previous Outcome Date"):
        assert f'# outcome_date = "{header}"' in text


@pytest.mark.parametrize(
    ("header", "values", "field"),
    [
        ("Victim District", ["Hunts", "Fenland"], "district"),
        ("Victim Home LPA", ["Hunts", "Fenland"], "district"),
        ("Home Postcode", ["PE1 1AA", "CB23 4QX"], "postcode"),
    ],
)
def test_where_a_person_lives_is_not_where_the_crime_was(
    header: str, values: list[str], field: str, tmp_path: Path
) -> None:
    text, fields = one_column(tmp_path, header, values)
    assert field not in fields
    assert "UNSURE: header tells of a person" in line(text, f'# {field} = "{header}"')


def test_the_district_of_the_crime_is_told_from_its_victims(tmp_path: Path) -> None:
    _, layout = drafted(
        tmp_path,
        ["Crime Number", "Date Recorded", "Victim District", "Offence District"],
        rows(REFS, ["05/01/2026", "28/01/2026"], ["Hunts", "Fenland"], ["Fenland", "Hunts"]),
    )
    assert layout.fields["district"] == "Offence District"


def test_two_columns_known_by_their_values_alone_are_neither_mapped(tmp_path: Path) -> None:
    text, layout = drafted(
        tmp_path,
        ["Crime Number", "Date Recorded", "col_17", "Whereabouts"],
        rows(REFS, ["05/01/2026", "28/01/2026"], ["Hunts", "Fenland"], ["Fenland", "Hunts"]),
    )
    assert "district" not in layout.fields
    assert '# district = "col_17"' in text and '# district = "Whereabouts"' in text


def test_the_number_of_an_officer_is_no_reference(tmp_path: Path) -> None:
    text, layout = drafted(
        tmp_path,
        ["Officer Number", "Date Recorded", "District"],
        rows([str(number) for number in range(1001, 1021)], ["05/01/2026", "28/01/2026"], ["Hunts", "Fenland"]),
    )
    assert "crime_ref" not in layout.fields
    assert "UNSURE: header tells of a person" in line(text, '# crime_ref = "Officer Number"')


def test_what_cancels_crimes_is_mapped_only_where_the_header_says_so(tmp_path: Path) -> None:
    text, fields = one_column(tmp_path, "Date Cancled", ["13/01/2026", "28/01/2026"])
    assert "cancelled_date" not in fields
    assert "with it crimes are cancelled" in line(text, '# cancelled_date = "Date Cancled"')


def test_one_row_is_enough_for_a_reference(tmp_path: Path) -> None:
    _, layout = drafted(tmp_path, ["Crime Number", "Date Recorded"], [["AB-17", "28/01/2026"]])
    assert layout.fields["crime_ref"] == "Crime Number"


def test_a_strand_alone_and_without_a_word_of_hate_may_be_a_victims(tmp_path: Path) -> None:
    cells = (["05/01/2026", "28/01/2026"], ["Y", "N"], ["N", "Y"])
    text, layout = drafted(tmp_path, ["Crime Number", "Date Recorded", "Disability"], rows(REFS, *cells[:2]))
    assert layout.strands == () and '# column = "Disability"' in text
    _, both = drafted(tmp_path, ["Crime Number", "Date Recorded", "Disability", "Religion"], rows(REFS, *cells))
    assert [source.column for source in both.strands] == ["Disability", "Religion"]


def test_no_value_of_a_person_or_a_place_is_written(tmp_path: Path) -> None:
    headers = ["Crime Number", "Date Recorded", "Victim Surname", "Victim DOB", "Suspect URN", "Address", "Postcode"]
    headers += ["Perceived Religion", "MO", "District"]
    text, layout = drafted(
        tmp_path,
        headers,
        rows(
            *(REFS, ["05/01/2026", "28/01/2026"], ["Tealamp", "Lampteal"], ["01/02/1990", "03/04/1991"]),
            *(["77001", "77002"], ["4 Teal Street"], ["PE1 1TL"], ["Tealism"], ["Tealamp hit Lampteal"]),
            ["Hunts", "Tealshire", "07700 900123", "x@teal.example"],
        ),
    )
    assert [person.role for person in layout.persons] == ["victim", "suspect"]
    assert layout.persons[0].surname == "Victim Surname"
    for text_of_a_person in ("Tealamp", "Lampteal", "1990", "77001", "Teal Street", "1TL", "Tealism", "07700", "x@"):
        assert text_of_a_person not in text
    assert "Tealshire" in text


def test_a_file_without_headers_is_refused_and_its_first_row_not_shown(tmp_path: Path) -> None:
    with pytest.raises(LoadError) as raised:
        drafted(tmp_path, ["Tealamp", "Smith", "Jones"], [["Lampteal", "Brown", "Green"]] * 5)
    assert "headers" in str(raised.value) and "Tealamp" not in str(raised.value)


def test_the_form_of_references_is_drafted_where_it_is_not_ours(tmp_path: Path) -> None:
    _, ours = drafted(tmp_path, ["Crime Number", "Date Recorded"], rows(REFS, ["05/01/2026", "28/01/2026"]))
    assert ours.reference is None
    other = [f"AB-{number}/2026" for number in range(101, 121)]
    _, theirs = drafted(tmp_path, ["Crime Number", "Date Recorded"], rows(other, ["05/01/2026", "28/01/2026"]))
    assert theirs.reference is not None and theirs.reference.pattern == r"AB-\d{3}/\d{4}"


def test_strands_in_flag_columns_and_in_one_cell(tmp_path: Path) -> None:
    _, layout = drafted(
        tmp_path,
        ["Crime Number", "Date Recorded", "Race Flag", "Hate - Disability", "Hate Markers"],
        rows(REFS, ["05/01/2026", "28/01/2026"], ["Y", "N"], ["N", "Y"], ["Racist;Faith", "Purple"]),
    )
    by_column = {source.column: source for source in layout.strands}
    assert by_column["Race Flag"].otherwise == "race" and by_column["Hate - Disability"].otherwise == "disability"
    assert by_column["Hate Markers"].otherwise is None and by_column["Hate Markers"].values == {}


def test_a_subject_is_only_read_where_a_column_says_the_threshold_is_met(tmp_path: Path) -> None:
    headers = ["Incident Number", "Created Date", "Incident Type", "Subject Surname", "Complainant Surname"]
    values = (["05/01/2026", "28/01/2026"], ["NCHI", "Intelligence"], ["Teal"], ["Lamp"])
    _, without = drafted(tmp_path, headers, rows(REFS, *values))
    assert without.feed == "incident" and [person.role for person in without.persons] == ["victim"]
    _, flagged = drafted(tmp_path, [*headers, "Threshold Met"], rows(REFS, *values, ["Y", "N"]))
    assert [(person.role, person.only_if) for person in flagged.persons] == [
        ("subject", "threshold_met"),
        ("victim", None),
    ]


def test_a_header_cannot_break_out_of_its_line(tmp_path: Path) -> None:
    bad = 'Note"\n[fields]\ncrime_ref = "Note'
    text, layout = drafted(
        tmp_path, ["Crime Number", "Date Recorded", bad], rows(REFS, ["05/01/2026", "28/01/2026"], ["x"])
    )
    assert layout.fields["crime_ref"] == "Crime Number" and text.count("\n[fields]") == 1


def test_the_sex_of_a_person_is_no_flag_of_a_strand(tmp_path: Path) -> None:
    text, layout = drafted(
        tmp_path,
        ["Incident Number", "Created Date", "Incident Type", "Subject Sex", "Gender"],
        rows(REFS, ["05/01/2026", "28/01/2026"], ["NCHI", "Intelligence"], ["F"], ["F"]),
    )
    assert layout.strands == () and "[[strands]]" not in text


def test_the_name_of_a_file_cannot_either(tmp_path: Path) -> None:
    file = tmp_path / "x\nfeed = 'event'\n#.csv"
    file.write_text("Crime Number,Date Recorded\n35/1/26,28/01/2026\n35/2/26,29/01/2026\n", encoding="utf-8")
    with scratch() as (con, workdir):
        text = write(draft(con, one_grid(file, workdir)[0], configuration.load(), layouts.read().values()))
    assert layouts.parse(text, "draft").feed == "crime" and text.count("\nfeed =") == 1


def test_headers_on_two_rows_are_read_as_one(tmp_path: Path) -> None:
    file = tmp_path / "two_rows.csv"
    values = "".join(f"{ref},28/01/2026,Hunts,Teal,Lamp\n" for ref in REFS)
    file.write_text("Crime Number,Date Recorded,District,Victim,\n,,,Surname,Forenames\n" + values, encoding="utf-8")
    with scratch() as (con, workdir):
        text = write(draft(con, one_grid(file, workdir)[0], configuration.load(), layouts.read().values()))
    layout = layouts.parse(text, "draft")
    assert layout.fields["district"] == "District" and layout.persons[0].role == "victim"
    assert (layout.persons[0].surname, layout.persons[0].forenames) == ("Victim Surname", "Victim Forenames")


@pytest.mark.parametrize(
    ("headers", "feed"),
    [
        (["Crime Number", "Outcome Type", "Outcome Date"], "outcome"),
        (["Crime Number", "Month", "Outcome Type", "LSOA name"], "outcome"),
        (["Crime Number", "Month", "Outcome Type", "Offence"], "crime"),
        (["Crime Number", "Recorded Date", "Outcome Type", "Outcome Date"], "crime"),
    ],
)
def test_a_list_of_outcomes_is_told_from_a_list_of_crimes(tmp_path: Path, headers: list[str], feed: str) -> None:
    cells = {
        **{"Crime Number": "35/{}/26", "Outcome Type": "18", "Offence": "Harassment", "LSOA name": "Peterborough 014A"},
        **{"Outcome Date": "13/02/2026", "Recorded Date": "14/01/2026", "Month": "2026-02"},
    }
    _, layout = drafted(tmp_path, headers, [[cells[one].format(n) for one in headers] for n in range(1, 9)])
    assert layout.feed == feed
    if feed == "outcome":
        assert layout.fields.keys() == {"crime_ref", "outcome", "outcome_date"}
        assert layout.date_order == ("month" if "Month" in headers else "dmy")


def test_a_number_of_a_record_is_no_property_number(tmp_path: Path) -> None:
    _, fields = one_column(tmp_path, "URN", [f"100{number:06}" for number in range(20)])
    assert "uprn" not in fields


def test_names_of_people_are_not_taken_for_names_of_events(tmp_path: Path) -> None:
    days = ["05/01/2026", "28/01/2026"]
    text, layout = drafted(tmp_path, ["Ref", "Date", "Name", "Address"], rows(REFS, days, ["Poe", "Zephyr"], ["1 Elm"]))
    assert "Name" not in layout.fields.values()
    assert "Poe" not in text
