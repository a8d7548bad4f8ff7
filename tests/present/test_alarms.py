"""How often chance alone would name one of several charts, in words."""

from dataclasses import replace

import pytest

from hcdata.present.text import reading
from tests.present import made_up


@pytest.mark.parametrize(
    ("alarms", "charts", "often"),
    [
        ((0.0, 0.05, 0.05), "2 charts", "one about every 10 months"),
        ((0.01, 0.01), "2 charts", "one about every 4 years"),
        ((0.03,) * 60, "60 charts", "about 2 each month"),
    ],
)
def test_what_chance_alone_would_name(alarms, charts, often):
    said = reading.alarms_sentence([replace(made_up.trend(), false_alarm=one) for one in alarms])
    assert said == f"With {charts} judged at once, {often} would stand out by chance alone."


def test_charts_that_are_not_judged_are_not_spoken_of():
    assert reading.alarms_sentence([]) == reading.alarms_sentence([made_up.trend()]) == ""
    assert reading.alarms_sentence([replace(made_up.trend(), false_alarm=0.02)]) == ""
