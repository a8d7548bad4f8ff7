"""Charts of months: what stands out, what is not complete, events, and several side by side."""

from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go
import pytest

from hcdata.present import charts
from hcdata.present.charts import wording
from hcdata.present.charts.marked_events import MOST
from hcdata.present.charts.palette import LIGHT
from hcdata.present.text import series
from tests.present import made_up as made
from tests.present.drawn import STRANDS, texts


def line_of(figure: go.Figure) -> go.Scatter:
    return next(trace for trace in figure.data if trace.mode == "lines+markers")


def test_a_month_not_complete_is_hollow_and_apart() -> None:
    result = made.trend()
    figure = charts.trend(result)
    line = line_of(figure)
    assert line.y[-1] is None and line.y[-2] == result.months["n"].iloc[-2]
    hollow = next(trace for trace in figure.data if trace.mode == "markers")
    assert [value for value in hollow.y if value is not None] == [result.months["n"].iloc[-1]]
    assert hollow.marker.color == LIGHT.page and "month not complete" in texts(figure)


def test_months_that_stand_out_differ_in_shape_and_in_a_neutral_colour() -> None:
    result = made.trend()
    marker = line_of(charts.trend(result)).marker
    for direction, shape, colour in zip(result.months["mark"], marker.symbol, marker.color, strict=True):
        assert shape == {0: "circle", 1: "triangle-up", -1: "triangle-down"}[direction]
        assert colour == (LIGHT.main if direction == 0 else LIGHT.stands_out)
    assert {0, 1} <= set(result.months["mark"])


def test_the_last_complete_month_and_the_limits_carry_their_numbers() -> None:
    result = made.trend()
    assert result.usual is not None
    shown = texts(charts.trend(result))
    assert f"<b>{result.months['n'].iloc[-2]:.0f}</b> Oct" in shown
    assert f"upper {result.usual[1]}" in shown and f"lower {result.usual[0]}" in shown


def test_a_series_of_few_has_no_limits() -> None:
    figure = charts.trend(made.trend(2))
    assert "upper" not in texts(figure) and not any(trace.fill for trace in figure.data)


def test_events_are_numbered_and_named_and_their_numbers_keep_apart() -> None:
    figure = charts.trend(made.trend())
    numbers = next(trace for trace in figure.data if trace.yaxis == "y2")
    assert list(numbers.text) == ["1", "2", "3", "4"]
    assert numbers.y[0] != numbers.y[1] and numbers.y[0] == numbers.y[2]
    assert "2 Disorder in the city centre &lt;b&gt;" in texts(figure)
    assert len([shape for shape in figure.layout.shapes if shape.type == "line"]) == 4


def test_many_events_leave_the_earliest_to_the_table() -> None:
    many = pd.concat([made.events()] * 4).assign(event_on=pd.date_range("2024-01-05", periods=16, freq="60D"))
    figure = charts.trend(replace(made.trend(), events=many))
    assert len(figure.layout.shapes) == MOST and f"{16 - MOST} earlier: see the table" in texts(figure)


def test_a_missing_month_is_a_gap_and_never_zero() -> None:
    result = made.trend()
    frame = result.months.copy()
    frame.loc[5, "n"] = None
    line = line_of(charts.trend(replace(result, months=frame)))
    assert line.y[5] is None and line.text[5] == f"{frame.month[5]:%B %Y}: not loaded"


def test_counts_rates_and_rolling_years_start_at_nought() -> None:
    for figure in (
        charts.trend(made.trend()),
        charts.rolling_year(made.trend()),
        charts.rate_line(made.closeup()),
    ):
        assert figure.layout.yaxis.range[0] == 0


def test_a_rolling_year_lies_over_the_one_before() -> None:
    result = made.trend()
    last, this = charts.rolling_year(result).data
    known = result.months["r12"].dropna().tolist()
    assert list(this.y) == known[-12:] and list(last.y) == known[-24:-12]
    assert last.line.dash != this.line.dash and list(last.x)[-1] == list(this.x)[-1]


def test_panels_share_the_scale_of_time_and_a_missing_one_says_why() -> None:
    figure = charts.small_multiples(STRANDS)
    assert figure.layout.xaxis.range == figure.layout.xaxis2.range
    assert figure.layout.yaxis.range != figure.layout.yaxis2.range
    shown = texts(figure).replace("<br>", " ")
    assert all(series.name(one) in shown for one in STRANDS) and "Nothing is loaded for these months." in shown
    assert "own vertical scale" in shown and "no band: too few" in shown


def test_the_note_under_panels_fits_a_phones_screen() -> None:
    figure = charts.small_multiples(STRANDS)
    (said,) = [one.text for one in figure.layout.annotations if "own vertical scale" in one.text]
    assert max(len(line) for line in said.split("<br>")) <= wording.LETTERS["narrow"]


@pytest.mark.parametrize(
    "name",
    [
        "Huntingdonshire", "East Cambridgeshire", "Race in Huntingdonshire", "Northamptonshire", "Buckinghamshire",
        "Wolverhampton", "Kingston upon Thames", "Stratford-on-Avon", "Blaenau Gwent", "Rhondda Cynon Taf",
        "Sexual orientation in Northamptonshire", "Brighton and Hove", "Bournemouth, Christchurch and Poole",
    ],
)  # fmt: skip
def test_no_word_of_a_panels_title_is_broken(name: str) -> None:
    subjects = ["Fenland", name, "March"]
    figure = charts.small_multiples([made.trend(20, at, one) for at, one in enumerate(subjects)], columns=3)
    heads = [note.text for note in figure.layout.annotations if note.text.startswith("<b>")]
    assert any(head[3 : head.index("</b>")].replace("<br>", " ") == name for head in heads)
