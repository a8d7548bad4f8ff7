"""A person's number is checked by whom it joins: nobody is two people, and a person is one however written."""

import pytest

from tests.ingest import ingest_rows

# Surname, forenames, date of birth of two rows with one number.
ONE_PERSON = """
Teal Jenny 05/03/1980 | Amber Jenny 05/03/1980
Teal Jenny 05/03/1980 | TEAL jenny 1980-03-05
Teal Jenny 05/03/1980 | Teal J 05/03/1980
Teal Jenny 05/03/1980 | Teal - 05/03/1980
Teal Jenny 05/03/1980 | Teal Jen 05/03/1980
Teal Robert 05/03/1980 | Teal Bob 05/03/1980
Teal Jenny 05/03/1980 | Tael Jenny 05/03/1980
Téal Zoë 05/03/1980 | Teal Zoe 05/03/1980
Teal-Lamp Jenny 05/03/1980 | Teal Jenny -
Teal-Lamp Jenny - | TEAL_LAMP Jenny -
O'Neil Pat - | ONeil Pat -
O’Neil Pat - | O'Neil Pat 05/03/1980
Mac_Donald Pat - | MacDonald Pat -
Jenny Teal 05/03/1980 | Teal Jenny 05/03/1980
Jenny Teal - | Teal Jenny -
Teal Jenny 05/03/1980 | Teal Jenny 03/05/1980
Teal Jenny 05/03/1980 | Teal Jenny 06/03/1980
Teal Jenny 05/03/1980 | Teal Jenny 05/03/1890
Teal Jenny 05/03/1980 | Teal Jenny -
Teal Jenny 05/03/1980 | - - -
Teal Jenny 05/03/1980 | - - 05/03/1980
Teal Jenny 05/03/1980 | Unknown - -
Teal Jenny_Ann 05/03/1980 | Teal Ann 05/03/1980
Stephens Ann - | Stevens Ann -
Teal Jen - | Teal Jenny -
Teal Liz - | Teal Elizabeth -
Teal Jenny_Ann - | Teal Jenny -
Teal_(nee_Amber) Jenny 05/03/1980 | Amber Jenny 05/03/1980
Khan Mohammed - | Khan Muhammad -
Müller Uwe - | Mueller Uwe -
Mrs_Teal Jenny - | Teal Jenny -
"""
SEVERAL = """
Teal Jenny 05/03/1980 | Amber Mark 06/04/1985
Teal A 05/03/1980 | Amber A 06/04/1985
Teal A 05/03/1980 | Amber A 05/03/1980
Teal A - | Amber A -
Teal Jenny - | Amber Jenny -
Teal Jenny - | Teal Mark -
Teal Jenny 05/03/1980 | Teal Jenny 17/11/1962
Teal Jenny 05/03/1980 | Teal Mark 06/03/1980
Teal - 05/03/1980 | Teal - 06/04/1985
Teal - 05/03/1980 | Amber - 05/03/1980
Teal - - | Amber - -
Teal Jenny 05/03/1980 | Amber - -
Teal Jenny 05/03/1980 | Amber Mark 05/03/1980
- - 05/03/1980 | - - 06/04/1985
- Jenny 05/03/1980 | - Mark 05/03/1980
- Jenny - | - Mark -
Ng Li - | Ho Li -
Null Jenny 05/03/1980 | None Mark 06/04/1985
Teal Jenny 05/03/1980 | Teal Jenny 01/01/2001
Teal A 05/03/1980 | Teal A 06/03/1980
Teal John 05/03/1950 | Teal John 06/04/1980
Corner_Shop - - | Teal Jenny 05/03/1980
Singh A 01/01/1990 | Kaur B 01/01/1990
Teal John - | Teal Jane -
Teal Ann - | Teal Zoe -
"""
# Number of three rows without names, which nobody has.
NAMELESS = ("1111", "9999", "99999999", "88888", "12345", "123456789", "1234567890", "P0000000", "UNK001", "NONE 123")
_NULLS = ("Null", "NULL", "null", "None", "Na", "Nan", "Nil", "Blank", "Test", "Unknown", "Nk", "Tbc")
SURNAMES = [
    *(
        f"{name} Jenny 05/03/1980"
        for name in (["Null", "NULL", "null", "None", "Na", "Nan", "Nil", "Blank", "Test", "Unknown", "Nk", "Tbc"])
    ),
    *(f"{name} Jenny 05/03/1980" for name in ("Male", "Man", "Person", "Boy", "Given", "Known", "Child", "Void")),
    *("Null J 05/03/1980", "NULL Mark_John 05/03/1980", "Null - 05/03/1980", "None - 05/03/1980"),
]
NO_SURNAMES = """
NULL NULL 05/03/1980 | NULL N/A 05/03/1980 | N/A N/A 05/03/1980 | NULL Unknown 05/03/1980 | NULL Male 05/03/1980
| Unknown Male_1 05/03/1980 | Unknown - 05/03/1980 | Unknown_Offender - 05/03/1980 | Not_known - 05/03/1980
| N/A Jenny 05/03/1980 | N/K Jenny 05/03/1980 | - Jenny 05/03/1980 | NULL NULL NULL | NULL Jenny NULL | Null Jenny -
| Unknown Unknown 05/03/1980 | Unidentified Male 05/03/1980 | ? ? 05/03/1980 | -- -- 05/03/1980 | TBC TBC 05/03/1980
| Female - 05/03/1980 | Unknown_Person N/K 05/03/1980
""".replace("\n", " ").split("|")
CRIME = {"recorded": "01/02/2026", "person_role": "Suspect", "sex": "F"}


def _pairs(table: str) -> list[list[dict[str, str]]]:
    return [[_person(one) for one in line.split("|")] for line in table.strip().splitlines()]


def _person(text: str) -> dict[str, str]:
    cells = ["" if cell == "-" else cell.replace("_", " ") for cell in text.split()]
    return dict(zip(("surname", "forenames", "born"), cells, strict=True))


def _run(rows: list[dict[str, str]]) -> list[str | None]:
    """Return the person each row is given."""
    con = ingest_rows.run(
        "generic_crime", [CRIME | {"crime_ref": f"35/{number}/26"} | row for number, row in enumerate(rows, start=1)]
    )
    given = ingest_rows.persons(con)
    return [given[number]["person_id"] if number in given else None for number in range(2, len(rows) + 2)]


@pytest.mark.parametrize(("table", "linked"), [(ONE_PERSON, True), (SEVERAL, False)])
def test_a_number_links_whom_it_can_belong_to(table: str, linked: bool) -> None:
    pairs = _pairs(table)
    assert len(pairs) >= 20
    for turned in (False, True):
        rows = [
            {"person_id": f"U7{place:03}"} | person
            for place, pair in enumerate(pairs)
            for person in (reversed(pair) if turned else pair)
        ]
        given = _run(rows)
        wrong = [
            pairs[place]
            for place in range(len(pairs))
            if (given[2 * place] is not None and given[2 * place] == given[2 * place + 1]) is not linked
        ]
        assert wrong == []


def test_whom_a_shared_number_names_are_told_apart_by_name_and_birth() -> None:
    teal, amber = _person("Teal Jenny 05/03/1980"), _person("Amber Mark 06/04/1985")
    first, second, other, nobody, alone = _run(
        [
            {"person_id": "U71"} | teal,
            {"person_id": "U71"} | teal,
            {"person_id": "U71"} | amber,
            {"person_id": "U71"},
            teal,
        ]
    )
    assert first is not None
    assert first == second == alone != other
    assert nobody is None


def test_numbers_nobody_has_link_nobody_where_no_name_stands() -> None:
    assert _run([{"person_id": number} for number in NAMELESS for _ in range(3)]) == [None] * 3 * len(NAMELESS)
    named = _run([{"person_id": "9999"} | _person("Teal Jenny 05/03/1980")] * 2)
    assert named[0] is not None
    assert named[0] == named[1]


@pytest.mark.parametrize(
    ("often", "others", "linked"), [(9, 30, True), (10, 91, True), (10, 30, False), (40, 60, False)]
)
def test_a_number_in_a_share_of_rows_nobody_has_links_nobody(often: int, others: int, linked: bool) -> None:
    given = _run([{"person_id": "U4711"}] * often + [{"person_id": f"U{number}"} for number in range(others)])
    assert (given[0] is not None) is linked
    assert None not in given[often:]


def test_a_common_number_of_one_name_is_hers() -> None:
    rows = [{"person_id": "U4711"} | _person("Teal Jenny 05/03/1980")] * 20
    assert None not in _run(rows)


def test_null_is_a_surname_where_the_row_speaks_of_somebody() -> None:
    given = _run([_person(text) for text in (*SURNAMES, *NO_SURNAMES)])
    assert None not in given[: len(SURNAMES)]
    assert given[len(SURNAMES) :] == [None] * len(NO_SURNAMES)
