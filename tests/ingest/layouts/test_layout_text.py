"""A layout written as TOML says what it said."""

from dataclasses import replace

import pytest

from hcdata.common.errors import ConfigError
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.layouts import layout_text
from hcdata.ingest.layouts.layout import Layout, Moment, PersonSource
from hcdata.ingest.suggest.correct import Corrections, correct, corrections_of, people_offered

BUILT_IN = layouts.read()


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_written_layout_is_read_as_it_was(name: str) -> None:
    text = layout_text.write(BUILT_IN[name], "a comment")
    assert text.startswith("# a comment\n")
    assert layouts.parse(text, "text") == BUILT_IN[name]


def test_headers_of_any_letters_are_written_safely() -> None:
    odd = Layout(
        name="odd",
        title='quote " and \\ and \x7f\n[fields]',
        feed="crime",
        match=("a\tb",),
        fields={"crime_ref": 'x"\ny', "recorded": Moment(date="D’ate", time="T = 1")},
        values={"district": {"E. Cambs = #1": "east_cambridgeshire"}},
    )
    assert layouts.parse(layout_text.write(odd, f"{odd.title}: a comment"), "text") == odd


def test_two_wordings_have_two_digests_and_one_wording_one() -> None:
    nypd = BUILT_IN["nypd"]
    assert nypd.digest == layouts.parse(layout_text.write(nypd, "copy"), "text").digest
    assert nypd.digest != nypd.model_copy(update={"title": "other"}).digest


@pytest.mark.parametrize("name", ["toronto", "demo_contact", "generic_crime"])
def test_answers_left_as_they_are_change_nothing(name: str) -> None:
    assert correct(BUILT_IN[name], corrections_of(BUILT_IN[name])) is BUILT_IN[name]


def test_a_correction_keeps_what_was_not_asked_and_counts_the_version() -> None:
    toronto = BUILT_IN["toronto"]
    before = corrections_of(toronto)
    changed = correct(
        toronto,
        Corrections(
            {**before.fields, "district": None, "address": "NEIGHBOURHOOD_158"},
            [*before.strands[:-1], "NEW"],
            (),
            "mdy",
            "row",
            False,
        ),
        r"\d+",
    )
    assert changed.version == toronto.version + 1 and changed.name == toronto.name
    assert "district" not in changed.fields and changed.fields["address"] == "NEIGHBOURHOOD_158"
    assert changed.fields["recorded"] == toronto.fields["recorded"]
    assert changed.strands[:-1] == toronto.strands[:-1] and changed.strands[-1].column == "NEW"
    assert changed.values == toronto.values and changed.reference is not None
    assert (changed.date_order, changed.no_reference, changed.reference.pattern) == ("mdy", "row", r"\d+")


def test_what_a_yes_in_a_column_of_strands_says_is_chosen() -> None:
    layout = BUILT_IN["generic_crime"]
    before = corrections_of(layout)
    (column,) = before.strands
    changed = correct(layout, replace(before, strands=[column, "Disab."], said={"Disab.": "disability"}))
    assert [(one.column, one.otherwise) for one in changed.strands] == [(column, None), ("Disab.", "disability")]
    assert corrections_of(changed).said == {column: None, "Disab.": "disability"}
    again = correct(changed, replace(corrections_of(changed), said={column: None, "Disab.": None}))
    assert [one.otherwise for one in again.strands] == [None, None]


def corrected(layout: Layout, *persons: PersonSource, **fields: str) -> Layout:
    """The layout with other people, and fields read from other columns."""
    before = corrections_of(layout)
    return correct(layout, replace(before, persons=persons, fields={**before.fields, **fields}))


def test_columns_of_people_are_chosen_as_fields_are() -> None:
    victim = PersonSource(role="victim", surname="Victim Name", born="Victim DOB")
    changed = corrected(BUILT_IN["toronto"], victim)
    assert changed.persons == (victim,) and changed.version == BUILT_IN["toronto"].version + 1
    assert {"Victim Name", "Victim DOB"} <= changed.columns
    assert layouts.parse(layout_text.write(changed, "corrected"), "here") == changed
    assert corrected(changed).persons == ()


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("generic_crime", [None, "victim", "suspect"]),
        ("generic_incident", ["victim", "subject"]),
        ("generic_contact", []),
    ],
)
def test_whom_a_row_may_tell_of(name: str, offered: list[str | None]) -> None:
    assert [person.role for person in people_offered(BUILT_IN[name])] == offered


def test_of_an_incident_nobody_but_a_victim_is_offered_without_leave() -> None:
    bare = BUILT_IN["generic_incident"].model_copy(update={"persons": ()})
    assert {person.role: person.only_if for person in people_offered(bare)} == {
        "victim": None,
        "subject": "threshold_met",
    }


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (PersonSource(role="victim", surname="district"), "chosen for a person and for something else: district"),
        (PersonSource(surname="Name"), "without a column of the role"),
    ],
)
def test_a_person_is_refused_who_shares_a_column_or_has_no_role(person: PersonSource, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        corrected(BUILT_IN["generic_crime"], person)
