"""A column for each strand: what flags a crime, what does not, and what nobody can tell."""

import pytest

from hcdata.ingest.layouts.layout import StrandSource
from hcdata.ingest.values import maps

FLAG = StrandSource(column="Race", otherwise="race")


@pytest.mark.parametrize(
    ("text", "strands", "unknown"),
    [
        ("Y", ["race"], []),
        ("Anti-Polish", ["race"], []),
        ("Nordic", ["race"], []),
        ("N", [], []),
        ("None", [], []),
        ("Not stated", [], []),
        ("No - withdrawn", [], ["No - withdrawn"]),
        ("Not confirmed", [], ["Not confirmed"]),
        ("No, not hate", [], ["not hate"]),
        ("Unknown at this time", [], ["Unknown at this time"]),
    ],
)
def test_only_what_is_no_kind_of_no_flags_a_crime(text: str, strands: list[str], unknown: list[str]) -> None:
    assert maps.strands_of(f"0:{text}", [FLAG], {}) == (strands, unknown)
