"""A service in words: the share with its n, the usual range, and its good direction."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from dataclasses import replace

import pandas as pd
import pytest

from hcdata.present import charts, service_words
from hcdata.present.palette import LIGHT
from hcdata.views.service import Service
from tests.present.drawn import texts


def service(change="as usual", signal="Common Cause", direction="up", **more):
    month = pd.date_range("2026-01-01", periods=10, freq="MS")
    frame = pd.DataFrame({"month": month, "n": 94, "of": 132, "value": 94 / 132, "complete": True})
    frame = frame.assign(mean=0.7, lower=0.564, upper=0.839, signal=["Common Cause"] * 9 + [signal])
    found = Service("m", "Contact", direction, 20, frame, (0.564, 0.839), change)
    return replace(found, **more)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (service(), "In October 2026: 71.2 % (94 of 132), within the usual range (56.4 % to 83.9 %), so it could be chance."),
        (
            service("worse", "Below LCL"),
            "In October 2026: 71.2 % (94 of 132), below the usual range (56.4 % to 83.9 %), worse than usual: unlikely to be chance.",
        ),
        (service(usual=None, change="not judged", why="too few"), "In October 2026: 71.2 % (94 of 132). No usual range: too few."),
        (service(missing="Not loaded."), "Not loaded."),
        (service(months=service().months.assign(value=None)), "Too few to say: no month has a base of 20 or more."),
    ],
)  # fmt: skip
def test_a_service_in_a_sentence(found, said):
    assert service_words.sentence(found) == said


def test_a_title_says_better_or_worse():
    assert service_words.title(service("better")) == "Contact: better than usual"
    assert service_words.title(service("not judged")) == "Contact: too few a month to judge"


def test_the_table_is_in_percent():
    table = service_words.table(service())
    assert table.loc[0, ["Month", "Number", "Of", "Percent", "Usual from, %"]].tolist() == [
        "Jan 2026",
        94,
        132,
        71.2,
        56.4,
    ]


@pytest.mark.parametrize(("direction", "better"), [("up", 1), ("down", -1)])
def test_better_and_worse_have_their_colours(direction, better):
    good, bad = LIGHT.series[1], LIGHT.series[3]
    figure = charts.share(service("better", "Above UCL", direction), "", "")
    line = next(trace for trace in figure.data if trace.mode == "lines+markers")
    assert line.marker.color[-1] == (good if better > 0 else bad)
    assert "better than usual" in texts(figure) and "Oct" in texts(figure)


def test_a_neutral_share_has_neither():
    figure = charts.share(service("as usual", "Above UCL", "neutral"), "", "")
    line = next(trace for trace in figure.data if trace.mode == "lines+markers")
    assert line.marker.color[-1] == LIGHT.stands_out
    assert "better" not in texts(figure)


def test_nothing_to_draw_says_why():
    assert "Not loaded." in texts(charts.share(service(missing="Not loaded."), "", ""))
