"""Numbers that join records: those written differently are one, those a spreadsheet damaged or nobody has are none."""

import duckdb
import pytest

from hcdata.common.sql import statements
from hcdata.ingest.define import SQL

ONE = (
    "10009001111 ",
    " 010009001111 ",
    " 00010009001111 ",
    " 10009001111.0 ",
    " 10009001111.00 ",
    " 10009001111. ",
    " 10,009,001,111 ",
    " 10 009 001 111 ",
    " 10,009,001,111.00 ",
    " '10009001111 ",
    " ’10009001111 ",
    ' ="10009001111" ',
    ' "10009001111" ',
    " 1.0009001111E+10 ",
    " 1.0009001111e+10 ",
    " 1,0009001111E+10 ",
    " 1.0009001111E10 ",
    " 1.00090011110E+10 ",
    "   10009001111   ",
    " \t10009001111 ",
    " \u00a010009001111\u00a0 ",
    " \u200b10009001111 ",
    " \ufeff10009001111 ",
    " 10\u00a0009\u00a0001\u00a0111 ",
    " 10\u202f009\u202f001\u202f111",
)
LETTERED = (
    "U0123 ",
    " u0123 ",
    " U 0123 ",
    " 'U0123 ",
    ' ="U0123" ',
    "  U0123\u00a0 ",
    " U\u00a00123",
)
DAMAGED = (
    "1.00091E+11",
    "2.02E+11",
    "2,02E+11",
    "1.00091e+11",
    "1E+15",
    "2E+05",
    "1.2E+3",
    "1.00E-05",
    "1.0E+11",
    "9.99E99",
    "+1.5E+11",
    "100091000000",
    "202000000000",
    "1234567000000",
    "999000000000000",
    "12345678901234500",
    "123456789012345000",
    "12345678901234500000",
    "1.00091E+011",
    "3.5E+12",
)
NOBODYS = (
    "0",
    "000",
    "A000",
    "-",
    "--",
    "?",
    ".",
    "...",
    "#N/A",
    "#REF!",
    "#NUM!",
    "########",
    "N/A",
    "n/k",
    "TBA",
    "tbc",
    "X",
    "XXX",
    "NEW",
    "REFUSED",
    "Not given",
    "Unknown Offender",
    "(blank)",
    "-1",
    "-99",
    "nan",
    "None",
    "NULL",
    "nil",
    "<none>",
    "N/K 1",
    "N/A 2",
    "Unknown 1",
    "UNKNOWN12",
    "Unknown Male 3",
    "TBC1",
    "Not known 2",
    "see log",
    "pending",
    "0.0",
    '=""',
)
SOMEBODYS = (
    "P1",
    "1",
    "7",
    "U123",
    "99-1",
    "CC-20260601-0001",
    "INC-0",
    "NK12345",
    "NA1234",
    "35/12345/26",
    "12E4567",
    "1E5",
    "100000",
    "1000000",
    "200000000",
    "1234567890123450",
    "2026-0001",
    "99999998",
    "UNKNOWN12345",
)


# In place of a person's number: who somebody was, or where to look.
DESCRIBED = (
    *(
        "SUSPECT 1",
        "Suspect 2",
        "suspect1",
        "SUSP 3",
        "SUS/1",
        "Sus-02",
        "MALE 1",
        "IC1 MALE",
        "IC3 FEMALE 2",
        "White male",
    ),
    *(
        "WHITE MALE 20S",
        "Unknown male (2)",
        "OFFENDER 01",
        "Victim #1",
        "VIC1",
        "Vict. 2",
        "Person 12",
        "PERP_1",
        "Youth 3",
    ),
    *(
        "Named suspect",
        "OUTSTANDING SUSPECT 1",
        "Asian female",
        "See MG11",
        "see log 123",
        "As per CAD 45",
        "Refer to OIC",
    ),
    *("Male", "Party 2", "No 1", "Number 2", "  suspect 1 ", "'SUSPECT 1"),
)
NUMBERED = (
    *SOMEBODYS,
    *(
        "P001",
        "S1",
        "V1",
        "SUS001234",
        "VIC20260001",
        "SUSPECT2026-1",
        "M1234",
        "ICX1",
        "PER-12345",
        "SEE1234",
        "N-0412",
    ),
    *("MAN12345", "CHILD4567", "99/00012345/X", "PNC 12/345678A", "NOM12345", "PARTYLINE7", "1/1", "A1", "ADU-7"),
)


@pytest.fixture(scope="module")
def con() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    for statement in statements(SQL / "joining.sql"):
        con.execute(statement)
    return con


def _ask(con: duckdb.DuckDBPyConnection, sql: str, texts: tuple[str, ...]) -> list[object]:
    return [
        one for (one,) in con.execute(f"SELECT {sql} FROM unnest($texts) AS t(x)", {"texts": list(texts)}).fetchall()
    ]


@pytest.mark.parametrize(("texts", "one"), [(ONE, "10009001111"), (LETTERED, "U0123")])
def test_a_number_written_differently_is_one(con: duckdb.DuckDBPyConnection, texts: tuple[str, ...], one: str) -> None:
    assert _ask(con, "joined_by(unwrapped(x))", texts) == [one] * len(texts)
    assert not any(_ask(con, "is_damaged(unwrapped(x)) OR is_nobodys(unwrapped(x))", texts))


@pytest.mark.parametrize(
    ("rule", "texts", "answer"),
    [
        ("is_damaged", DAMAGED, True),
        ("is_damaged", SOMEBODYS, False),
        ("is_nobodys", NOBODYS, True),
        ("is_nobodys", SOMEBODYS, False),
        ("is_described", DESCRIBED, True),
        ("is_described", NUMBERED, False),
    ],
)
def test_numbers_without_their_figures_and_of_nobody_are_told(
    con: duckdb.DuckDBPyConnection, rule: str, texts: tuple[str, ...], answer: bool
) -> None:
    told = _ask(con, f"{rule}(unwrapped(x))", texts)
    assert [text for text, found in zip(texts, told, strict=True) if found is not answer] == []
