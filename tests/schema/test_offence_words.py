"""What may be shown as the title of an offence."""

import pytest

from hcdata.schema.offence_words import is_plain, names_offence


@pytest.mark.parametrize(
    ("title", "plain", "offence"),
    [
        ("Racially or religiously aggravated public fear, alarm or distress – ‘POA’", True, True),
        ("Criminal damage to a building other than a dwelling", True, True),
        ("ASSAULT 2,1,UNCLASSIFIED", True, True),
        ("Mischief Under $5000", True, True),
        ("LARCENY,PETIT FROM STORE-SHOPL", False, True),
        ("Assault on Teal-Lamp", False, True),
        ("Teal-Lamp", False, False),
        ("Constable", False, False),
        ("4 Public Place", False, False),
        ("", False, False),
    ],
)
def test_a_title_is_known_by_its_words(title: str, plain: bool, offence: bool) -> None:
    assert (is_plain(title), names_offence(title)) == (plain, offence)
