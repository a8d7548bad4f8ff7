"""People who cannot be told apart are said, never passed over as nobody's repeat."""

import duckdb
import pytest

from hcdata.ingest.layouts.layout import PersonSource
from hcdata.ingest.people import identifiable
from tests.ingest import ingest_rows

HEADERS = ("crime_ref", "recorded", "person_role", "person_id", "surname", "born", "sex", "person_type")
FULL = PersonSource(role="victim", surname="surname", born="born", sex="sex")
NAMELESS = PersonSource(role="suspect", surname="surname")


def _count(*people: tuple[str, ...]) -> duckdb.DuckDBPyConnection:
    """Put crimes with one person each (role, number, surname, born, sex, type) through the loader's stages."""
    return ingest_rows.run(
        "generic_crime",
        [
            dict(zip(HEADERS, (f"35/{number}/26", "01/02/2026", *person), strict=True))
            for number, person in enumerate(people, start=1)
        ],
    )


@pytest.mark.parametrize(
    ("person", "apart"),
    [
        (FULL, True),
        (PersonSource(role="victim", system_id="urn"), True),
        (PersonSource(role="victim", surname="surname", born="born"), False),
        (PersonSource(role="victim", surname="surname", sex="sex"), False),
        (PersonSource(role="victim", forenames="forenames", born="born", sex="sex"), False),
    ],
)
def test_a_number_or_surname_birth_and_sex_tell_people_apart(person: PersonSource, apart: bool) -> None:
    assert person.tells_apart is apart


def test_rows_that_name_somebody_are_counted_and_those_told_apart() -> None:
    con = _count(
        ("Victim", "U1", "", "", "", "Individual"),
        ("Victim", "", "Teal-Lamp", "01/02/1990", "F", "Individual"),
        ("Victim", "", "Teal-Lamp", "", "F", "Individual"),
        ("Suspect", "", "Unknown", "", "", ""),
        ("Witness", "U2", "", "", "", ""),
        ("Victim", "U3", "", "", "", "Business"),
    )
    assert identifiable.words(con, [FULL]) == ("told apart in 2 of 3 rows that name one",)
    assert identifiable.words(con, [FULL], 4) == (
        "told apart in 2 of 3 rows that name one (4 files of this layout together)",
    )


def test_few_told_apart_are_said_to_leave_repeats_out() -> None:
    con = _count(*[("Victim", "", "Teal-Lamp", "", "F", "")] * 2, ("Victim", "U1", "", "", "", ""))
    (said,) = identifiable.words(con, [FULL])
    assert said == "told apart in 1 of 3 rows that name one; the rest are in no count of repeats"


def test_a_layout_whose_columns_tell_nobody_apart_says_so() -> None:
    said = identifiable.words(_count(("Suspect", "", "Teal-Lamp", "", "", "")), [FULL, NAMELESS, NAMELESS])
    assert said[0] == f"no suspect is told apart by this layout: {identifiable.NEEDED}"
    assert len(said) == 2


def test_nothing_is_said_of_an_extract_without_people() -> None:
    assert identifiable.words(_count(("", "", "", "", "", "")), []) == ()


def test_nobody_is_kept_of_an_organisation() -> None:
    con = _count(("Victim", "U7", "Teal Lamps", "01/02/1990", "F", "Business"))
    assert con.execute("SELECT role, private, person FROM person_row").fetchall() == [("victim", False, None)]
    assert con.execute("SELECT * FROM identity").fetchall() == []
