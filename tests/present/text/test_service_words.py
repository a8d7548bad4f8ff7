"""A service in words: the share with its n, the usual range, and its good direction."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from hcdata.present import charts
from hcdata.present.charts.palette import LIGHT
from hcdata.present.tables import service_table
from hcdata.present.text import service_words
from hcdata.views.missing import FewBases
from hcdata.views.service import Service
from tests.present.drawn import texts
from tests.present.spoken import NO_MONTH


def service(change="as usual", mark=0, direction="up", value=94 / 132, **more):
    month = pd.date_range("2026-01-01", periods=10, freq="MS")
    frame = pd.DataFrame({"month": month, "n": 94, "of": 132, "value": value, "complete": True})
    frame = frame.assign(mean=0.7, lower=0.564, upper=0.839, mark=[0] * 9 + [mark])
    found = Service("m", "Contact", direction, 20, frame, (0.564, 0.839), change)
    return replace(found, **more)


def later():
    return service().months.assign(complete=[True] * 8 + [False] * 2)


def few():
    return service().months.assign(of=[132.0] * 9 + [17.0], value=[94 / 132] * 9 + [None])


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (service(), "In October 2026: 71.2 % (94 of 132), an ordinary month, within the usual range of 56.4 % to 83.9 %."),
        (
            service("worse", -1, value=0.5),
            "In October 2026: 50.0 % (94 of 132), below the usual range of 56.4 % to 83.9 %; the last month is worse than usual, which is unlikely to be chance.",
        ),
        (
            service("better", months=service().months.assign(mark=[0, 0, *[1] * 8])),
            "In October 2026: 71.2 % (94 of 132), within the usual range of 56.4 % to 83.9 %; the last 8 months taken together are better than usual, which is unlikely to be chance.",
        ),
        (
            service(value=0.9),
            "In October 2026: 90.0 % (94 of 132), above the usual range of 56.4 % to 83.9 %, but not by enough to rule out chance.",
        ),
        (
            service(unsteady=((date(2025, 1, 1), date(2025, 6, 1), 1),)),
            "In October 2026: 71.2 % (94 of 132), an ordinary month, within the usual range of 56.4 % to 83.9 %, set by months that were not steady themselves (high from Jan 2025 to Jun 2025).",
        ),
        (
            service(months=later(), young=(date(2026, 9, 1), date(2026, 10, 1)), matured_days=120),
            "In August 2026: 71.2 % (94 of 132), an ordinary month, within the usual range of 56.4 % to 83.9 %. Sep 2026 to Oct 2026 are left out: crimes younger than 120 days are mostly open, and their outcomes still to come.",
        ),
        (
            service(months=few()),
            "In September 2026: 71.2 % (94 of 132), an ordinary month, within the usual range of 56.4 % to 83.9 %. Oct 2026 is left out: fewer than 20 a month.",
        ),
        (service(usual=None, change="not judged", why=FewBases(8, 20, 12)), "In October 2026: 71.2 % (94 of 132). No usual range: 8 months have a base of 20 or more, and 12 are needed."),
        (service(missing=NO_MONTH), "Nothing is loaded for these months."),
        (service(months=service().months.assign(value=None)), "Too few to say: no month has a base of 20 or more."),
    ],
)  # fmt: skip
def test_a_service_in_a_sentence(found, said):
    assert service_words.sentence(found) == said


def test_a_title_says_better_or_worse():
    assert service_words.title(service("better")) == "Contact: better than usual"
    assert service_words.title(service("not judged")) == "Contact: too few a month to judge"


def test_the_table_is_in_percent():
    table = service_table.table(service())
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
    figure = charts.share(service("better" if direction == "up" else "worse", 1, direction))
    line = next(trace for trace in figure.data if trace.mode == "lines+markers")
    assert line.marker.color[-1] == (good if better > 0 else bad)
    assert ("better" if better > 0 else "worse") + " than usual" in texts(figure) and "Oct" in texts(figure)


def test_a_month_that_nothing_is_said_of_is_not_marked():
    figure = charts.share(service("as usual", value=0.9))
    line = next(trace for trace in figure.data if trace.mode == "lines+markers")
    assert set(line.marker.symbol) == {"circle"}
    assert "than usual" not in texts(figure)


def test_a_month_of_too_few_is_not_called_not_loaded():
    frame = few().assign(of=[None] + [132.0] * 8 + [17.0], value=[None] + [94 / 132] * 8 + [None])
    line = next(one for one in charts.share(service(months=frame)).data if one.mode == "lines+markers")
    assert (line.text[0], line.text[-1]) == ("January 2026: not loaded", "October 2026: 17 of at least 20 needed")


def test_nothing_to_draw_says_why():
    assert "Nothing is loaded for these months." in texts(charts.share(service(missing=NO_MONTH)))


def test_a_title_never_calls_usual_what_the_sentence_puts_outside_the_range():
    assert service_words.title(service()) == "Contact: as usual"
    assert service_words.title(service(value=0.9)) == "Contact: above the usual range, but it could be chance"
    assert service_words.title(service("worse", -1, value=0.5)) == "Contact: worse than usual"
