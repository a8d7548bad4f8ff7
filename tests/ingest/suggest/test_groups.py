"""When the upper one of two rows names groups, and what a header under a group may be."""

from pathlib import Path

import pytest

from hcdata.ingest.files.header_rows import Headers, candidates
from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.suggest import columns, groups, names
from tests.ingest.suggest.drafts import drafted, line
from tests.ingest.suggest.test_draft import REFS, rows

LOWER = ["Reference", "Recorded", "District", "Last name", "DOB"]
DAYS = ["05/01/2026", "28/01/2026"]


def found(*head: list[str]) -> Headers:
    """The headers chosen for a grid that begins so."""
    chosen = columns.header_row([*head], names.anything([]))
    assert chosen is not None
    return chosen


def under(*over: str) -> list[str]:
    """The lower texts each with the group that stands over it."""
    return [f"{group} {text}" for group, text in zip(over, LOWER, strict=True)]


def grouped(folder: Path, upper: list[str], lower: list[str], *values: list[str]) -> tuple[str, Layout]:
    """Draft a file with headers on two rows, its first two columns a reference and a date."""
    return drafted(folder, lower, rows(REFS, DAYS, *values), over=["Crime", "", *upper])


@pytest.mark.parametrize(
    ("upper", "joined"),
    [
        (["Crime", "", "Where", "Victim", ""], under("Crime", "Crime", "Where", "Victim", "Victim")),
        (["Crime", "", "", "Aggrieved details"], under("Crime", "Crime", "Crime", *["Aggrieved details"] * 2)),
        (["", "", "", "Suspects"], [*LOWER[:3], "Suspects Last name", "Suspects DOB"]),
        (["", "", "Previous", ""], [*LOWER[:2], *(f"Previous {text}" for text in LOWER[2:])]),
        (["Left", "", "", "Right", ""], under("Left", "Left", "Left", "Right", "Right")),
    ],
)
def test_several_texts_spread_over_more_columns_name_groups(upper: list[str], joined: list[str]) -> None:
    headers = found(["A title"], upper, LOWER, ["35/1/26", "05/01/2026", "Hunts", "Teal", ""])
    assert (headers.first, headers.last, headers.texts) == (1, 2, joined)


@pytest.mark.parametrize(
    "above",
    [
        ["Crimes of March 2026"],
        ["", "", "Crimes of March"],
        ["", "", "Hate crime", ""],
        ["", "", "Victims of hate crime", ""],
        ["Previous"],
        ["OFFICIAL", "", "Crime", "", ""],
        ["Printed:", "", "Crime:", "", ""],
        ["Crime", "01/03/2026"],
        ["Force", "Cambridgeshire"],
        ["Hate crime", "All districts"],
        ["Hate crime", "", "March", ""],
        ["Teal Constabulary", "", "Crime", "", ""],
        ["All that was recorded in the county by anybody", "", "and at any time", "", ""],
        ["35/1/26", "Hunts", "Race", "Teal", "Lamp"],
        ["1", "", "2", "", "3"],
    ],
)
def test_titles_markings_and_records_name_no_groups(above: list[str]) -> None:
    headers = found(above, ["Crime Number", "Date Recorded", "District", "Surname", "Outcome"], ["35/1/26"])
    assert (headers.first, headers.groups) == (1, ())


def test_a_record_below_a_header_with_a_gap_is_no_header() -> None:
    headers = found(["Crime Number", "Date Recorded", "District", ""], ["35/1/26", "05/01/2026", "Hunts", "Outcome"])
    assert (headers.first, headers.last) == (0, 0)


def test_years_over_months_name_no_groups() -> None:
    assert not any(one.groups for one in candidates([["District", "2024/25", "", "2025/26", ""], ["", "Apr", "May"]]))


def test_a_header_that_runs_over_both_rows_stands_under_no_group() -> None:
    merged = [["District", "Crime", "", "Victim", ""], ["District", "Ref", "Recorded", "Surname", "DOB"]]
    headers = next(one for one in candidates(merged) if one.groups)
    assert headers.texts[0] == "District" and headers.groups == ("", "Crime", "Crime", "Victim", "Victim")
    assert [headers.lower(place) for place in (0, 1, 4)] == ["", "Ref", "DOB"]


def test_known_by_its_lower_text_alone_it_is_likely_and_the_group_is_named(tmp_path: Path) -> None:
    text, layout = grouped(tmp_path, ["Scene", ""], ["Ref", "Recorded", "Post code", "Beat"], ["PE1 1AA"], ["a", "b"])
    assert layout.fields["postcode"] == "Scene Post code"
    assert "# likely: header is a known name, under 'Scene'; 100% of its values" in line(text, "postcode =")
    assert "# sure: header is a known name; 100%" in line(text, "crime_ref =")


@pytest.mark.parametrize(
    "group", ["Previous", "Original record", "Linked", "Parent crime", "Old", "Amended", "Initial"]
)
@pytest.mark.parametrize(
    ("lower", "values", "field"),
    [
        ("Outcome", ["1", "18"], "outcome"),
        ("Outcome Date", DAYS, "outcome_date"),
        ("District", ["Hunts", "Fenland"], "district"),
        ("Post code", ["PE1 1AA"], "postcode"),
    ],
)
def test_what_is_of_another_time_or_record_stays_open(
    group: str, lower: str, values: list[str], field: str, tmp_path: Path
) -> None:
    text, layout = grouped(tmp_path, [group, ""], ["Ref", "Recorded", lower, "Remark"], values, ["a", "b"])
    assert field not in layout.fields and f'"{group} {lower}"' in text


def test_strands_of_another_record_stay_open(tmp_path: Path) -> None:
    text, layout = grouped(
        tmp_path, ["Linked", ""], ["Ref", "Recorded", "Hate Strand", "Racial hate"], ["Race", "Faith"], ["Y", "N"]
    )
    assert not layout.strands
    assert "UNSURE: under 'Linked', of another time or record" in line(text, '# column = "Linked Hate Strand"')
    assert "UNSURE: under 'Linked', of another time or record" in line(text, '# column = "Linked Racial hate"')


def test_strands_under_a_group_are_likely(tmp_path: Path) -> None:
    text, layout = grouped(
        tmp_path, ["What", ""], ["Ref", "Recorded", "Strand", "Offence Title"], ["Race", "Faith"], ["a", "b"]
    )
    assert [one.column for one in layout.strands] == ["What Strand"]
    assert "# likely: header is a known name, under 'What'; 100%" in line(text, "column =")


def test_where_two_groups_hold_the_same_neither_is_mapped(tmp_path: Path) -> None:
    text, layout = grouped(
        tmp_path,
        ["Scene", "", "Depot", ""],
        ["Ref", "Recorded", "Post code", "Beat", "Post code", "Beat"],
        ["PE1 1AA"],
        ["a"],
        ["PE2 1AA", "none"],
        ["b"],
    )
    assert "postcode" not in layout.fields
    for group in ("Scene", "Depot"):
        said = line(text, f'# postcode = "{group} Post code"')
        assert "UNSURE: the same header stands under several groups" in said


def test_a_date_of_what_came_of_a_crime_is_not_when_it_was_recorded(tmp_path: Path) -> None:
    text, layout = grouped(
        tmp_path, ["Outcome", ""], ["Ref", "Reported", "Date Recorded", "Remark"], DAYS[::-1], ["a", "b"]
    )
    assert "recorded" not in layout.fields
    assert "UNSURE: under 'Outcome', which comes later" in line(text, '# recorded = "Outcome Date Recorded"')


def test_a_lower_text_that_says_nothing_by_itself_is_no_field(tmp_path: Path) -> None:
    text, layout = grouped(tmp_path, ["File", ""], ["Ref", "Recorded", "Status", "Source"], ["Cancelled"], ["101"])
    assert not {"status", "channel"} & layout.fields.keys() and "File Status" in text


def test_a_group_cannot_break_out_of_its_comment(tmp_path: Path) -> None:
    text, layout = grouped(
        tmp_path, ['At\nfeed = "event"', ""], ["Ref", "Recorded", "Post code", "Beat"], ["PE1 1AA"], ["a", "b"]
    )
    assert layout.feed == "crime" and layout.fields["postcode"] == 'At\nfeed = "event" Post code'
    assert text.count("\nfeed =") == 1


@pytest.mark.parametrize(
    ("group", "role"),
    [
        ("Victim", "victim"),
        ("Victims", "victim"),
        ("Victim's details", "victim"),
        ("Injured Party", "victim"),
        ("Suspect 2", "suspect"),
        ("Details of the accused", "suspect"),
        ("Victim contact", None),
        ("Where", None),
        ("Person", None),
    ],
)
def test_the_role_a_group_is_about(group: str, role: str | None) -> None:
    assert groups.role(group) == role


def test_a_person_whose_role_stands_in_a_column(tmp_path: Path) -> None:
    _, layout = grouped(
        tmp_path, ["Person", "", ""], ["Ref", "Recorded", "Role", "Last name", "DOB"], ["Victim"], ["Teal"], DAYS
    )
    (person,) = layout.persons
    assert (person.role_column, person.surname, person.born) == ("Person Role", "Person Last name", "Person DOB")


@pytest.mark.parametrize("group", ["Witness", "Officer", "Previous victim"])
def test_a_person_of_no_role_is_not_read_and_no_name_is_written(group: str, tmp_path: Path) -> None:
    text, layout = grouped(
        tmp_path, [group, "", ""], ["Ref", "Recorded", "Surname", "DOB", "Outcome"], ["Zanzibar"], DAYS, ["Zanzibar"]
    )
    assert not layout.persons and "outcome" not in layout.fields and "Zanzibar" not in text
