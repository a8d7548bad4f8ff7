"""Squares of the national grid by name."""

import pytest

from hcdata.present.text.grid_reference import name_square


@pytest.mark.parametrize(
    ("east", "north", "name"),
    [  # from Ordnance Survey maps: Cambridge, London, Edinburgh, Great Yarmouth, Ben Nevis, Southampton, the origin
        (545, 258, "TL4558"),
        (530, 180, "TQ3080"),
        (325, 673, "NT2573"),
        (651, 313, "TG5113"),
        (216, 771, "NN1671"),
        (438, 114, "SU3814"),
        (0, 0, "SV0000"),
        (519, 298, "TL1998"),
        (546, 309, "TF4609"),
        (500, 300, "TF0000"),
        (499, 299, "SP9999"),
    ],
)
def test_a_square_has_its_name(east, north, name):
    assert name_square(east, north) == name
