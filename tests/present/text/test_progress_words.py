"""What stands out in a key action, in words."""

from dataclasses import replace
from typing import get_args

import pytest

from hcdata.present.text import progress_words
from hcdata.views.asked import Subject
from hcdata.views.measured import Chance, Figure, Verdict
from hcdata.views.progress import Progress
from tests.exports.sample import ABOUT
from tests.present.text.test_trend_words import trend


def _risen(measure, **more):
    found = trend((41,), "Above UCL", measure=measure, **more)
    assert found.unlikely
    return found


def test_the_volume_is_told_once_however_it_is_counted():
    crimes, national = _risen("recorded_hate_crimes"), _risen("monitored_hate_crimes")
    flags = _risen("missed_flags", things=("missing flag", "missing flags"))
    said = progress_words.findings(Progress((), (), (national, flags, crimes)), {}, None)
    assert said == [progress_words.trend_words.trend_sentence(one) for one in (crimes, flags)]


@pytest.mark.parametrize("chance", get_args(Chance))
def test_a_figure_is_told_where_its_verdict_is_unlikely_by_whatever_it_is_set_against(chance):
    told = "unlikely" in chance
    figure = Figure(
        "missed_flags", "Missing flags", "count", "down", Subject(), n=40, prior_n=20, verdict=Verdict(chance)
    )
    said = progress_words.findings(Progress((figure,), (), ()), {}, ABOUT)
    assert figure.verdict.unlikely == told and said[0].startswith("Missing flags: 40 ") == told


def test_where_nothing_moved_it_says_so():
    still = replace(trend(), measure="missed_flags")
    assert progress_words.findings(Progress((), (), (still,)), {}, None) == ["Nothing of this key action is loaded."]
