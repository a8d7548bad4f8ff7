"""Ids that a layout's values name and nobody has: refused, or crimes would be counted under them."""

import pytest

from hcdata.common import config as configuration
from hcdata.common.errors import ConfigError
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.values import value_targets

PLAIN = """
name = "own"
title = "A force's own"
feed = "crime"
match = ["Ref"]
districts_as_found = {as_found}
[[declare_districts]]
id = "abroad"
name = "Abroad"
[fields]
crime_ref = "Ref"
"""


def _faults(below: str, as_found: str = "false") -> str:
    layout = layouts.parse(PLAIN.format(as_found=as_found) + below, "own.toml")
    try:
        value_targets.refuse(configuration.load(), layout)
    except ConfigError as fault:
        return str(fault)
    return ""


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ('[values.district]\nHX = "huntingdon"', "[values.district]: no id 'huntingdon' (there are cambridge_city"),
        ('[values.online]\nJ = "yes"', "[values.online]: no id 'yes' (there are true, false)"),
        ('[values.outcome]\nCAU = "caution"', "[values.outcome]: no id 'caution'"),
        ('[values.person_type]\nIND = "individual"', "[values.person_type]: no id 'individual'"),
        ('[values.person_role]\nIP = "injured"', "no id 'injured' (there are victim, suspect, subject, witness)"),
        ('[values.distrct]\nHX = "huntingdonshire"', "[values.distrct]: no field of feed crime that is looked up"),
        ('[[strands]]\ncolumn = "Hate"\n[strands.values]\nR = "racee"', "of column Hate: no id 'racee'"),
        ('[[strands]]\ncolumn = "Hate"\notherwise = "faith"', "of column Hate: no id 'faith'"),
        ('[values.district]\nHX = "huntingdonshire"\nX = "abroad"\n"?" = "not_recorded"', ""),
        ('[values.outcome]\nCAU = "3"\n[values.person_role]\nIP = "victim"', ""),
        ('[[strands]]\ncolumn = "Hate"\n[strands.values]\nR = "race"\nX = "not_recorded"', ""),
    ],
)
def test_an_id_that_nobody_has_is_refused_by_name(below: str, said: str) -> None:
    found = _faults(below)
    assert said in found
    assert bool(found) == bool(said)


def test_districts_taken_as_found_may_be_called_anything() -> None:
    assert _faults('[values.district]\nHX = "division_7"', as_found="true") == ""


@pytest.mark.parametrize("name", layouts.read())
def test_the_layouts_that_come_with_the_program_name_only_what_there_is(name: str) -> None:
    value_targets.refuse(configuration.load(), layouts.read()[name])
