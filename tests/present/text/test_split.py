"""How a period splits, in words."""

import pandas as pd
import pytest

from hcdata.present.text import split
from hcdata.views.missing import Simply
from hcdata.views.parts import Mix
from tests.present.spoken import ABOUT


def mix(*rows, dimension="channel", missing=None):
    frame = pd.DataFrame(rows, columns=["id", "name", "n", "share", "prior_n", "chance"])
    frame["lacking"] = [()] * len(frame)
    return Mix(dimension, frame, int(frame["n"].sum()), missing)


COULD, UNLIKELY = "could be chance", "unlikely to be chance"


def test_the_largest_is_one_that_is_known():
    found = mix(("101", "101 call", 30, 0.3, 20, COULD), ("not_recorded", "Not recorded", 70, 0.7, 60, COULD))
    assert split.title(found) == "101 call is the largest: 30 of 100 (30.0 %)"
    assert split.title(mix(("not_recorded", "Not recorded", 70, 1.0, 60, COULD))) == "By how it was reported"
    few = mix(("101", "101 call", 3, 0.6, 2, COULD), ("999", "999 call", 2, 0.4, 2, COULD))
    assert split.title(few) == "By how it was reported: too few to say which is largest"
    said = split.sentence(few, ABOUT)
    assert said.startswith("By how it was reported, 12 months to Oct 2026: too few to say which is largest. Against")
    assert split.title(mix(missing=Simply("nothing_recorded"))) == "By how it was reported"


def test_parts_as_large_are_named_together():
    found = mix(("101", "101 call", 30, 0.5, 20, COULD), ("999", "999 call", 30, 0.5, 20, COULD))
    assert split.title(found) == "101 call and 999 call are the largest: 30 each of 60 (50.0 %)"


def test_a_part_known_for_none_is_not_the_largest():
    unknown = mix((None, "Not recorded", 3, 1.0, 0, COULD), dimension="offence_group")
    assert split.title(unknown) == "By offence group"
    assert split.sentence(unknown, ABOUT) == "By offence group, 12 months to Oct 2026: not known for any of 3."


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (0, ""),
        (1, "1 part is compared here, each for itself: if nothing had changed, one would be called unlikely to be"
         " chance once in 500 times."),
        (25, "25 parts are compared here, each for itself: if nothing had changed, one would be called unlikely to be"
         " chance once in 20 times."),
        (750, "750 parts are compared here, each for itself: if nothing had changed, about 2 would be called unlikely"
         " to be chance."),
    ],
)  # fmt: skip
def test_many_comparisons_are_cautioned_at_the_level_they_are_judged_by(parts, said):
    rows = [(str(n), str(n), 30, 0.1, 20, UNLIKELY if n % 2 else COULD) for n in range(parts)]
    few = ("few", "Few", 1, 0.0, 0, "too few to say")
    found = split.caution([mix(*rows, few)])
    assert found == said
    at_95 = split.caution([Mix("channel", mix(*rows).rows, 0, level=0.05)]) if parts == 25 else "about 1 would"
    assert "about 1 would" in at_95
