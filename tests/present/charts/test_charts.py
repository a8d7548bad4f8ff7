"""What every chart keeps to: text that fits and stays text, the theme's colours, nothing from outside, quick."""

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest

from hcdata.present import charts
from hcdata.present.charts.palette import DARK, LIGHT, Palette
from tests.present import made_up as made
from tests.present.drawn import DRAWN, EMPTY, NOTHING, texts

ROOT = Path(__file__).resolve().parents[3]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", ["narrow", "half"])
@pytest.mark.parametrize("name", DRAWN)
def test_every_figure_is_one_plotly_accepts(name: str, width: str, dark: bool) -> None:
    figure = DRAWN[name](dark, width=width)
    assert len(go.Figure(figure.to_dict()).data) == len(figure.data)


@pytest.mark.parametrize("name", DRAWN)
def test_no_figure_needs_a_map_service_or_shows_a_legend(name: str) -> None:
    figure = DRAWN[name](False)
    assert {trace.type for trace in figure.data} <= {"scatter", "bar", "heatmap"}
    assert figure.layout.showlegend is False and figure.layout.paper_bgcolor == "rgba(0,0,0,0)"
    assert "NaN" not in figure.to_json()


@pytest.mark.parametrize("name", NOTHING)
def test_a_missing_result_says_why(name: str) -> None:
    assert not NOTHING[name].data and "Nothing is loaded for these months." in texts(NOTHING[name])


@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_result_says_so(name: str) -> None:
    assert not EMPTY[name].data and len(EMPTY[name].layout.annotations) == 1


@pytest.mark.parametrize(("palette", "theme"), [(LIGHT, "light"), (DARK, "dark")])
def test_colours_are_those_of_the_theme(palette: Palette, theme: str) -> None:
    told = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"][theme]
    assert list(palette.series) == told["chartCategoricalColors"]
    assert (palette.page, palette.text) == (told["backgroundColor"], told["textColor"])


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_text_and_marks_stand_off_the_page(palette: Palette) -> None:
    assert min(contrast(colour, palette.page) for colour in (palette.text, palette.quiet)) >= 4.5
    marks = (palette.main, palette.stands_out, palette.series[3], palette.rule, *palette.density)
    assert min(contrast(colour, palette.page) for colour in marks) >= 3


def test_a_funnel_names_districts_and_shapes_those_outside() -> None:
    result = made.comparison()
    points = charts.funnel(result).data[-1]
    assert [text.replace("<br>", " ") for text in points.text] == result.rows["name"].tolist()
    assert points.marker.symbol[4] == "triangle-up" and points.marker.symbol[2] == "triangle-down"
    inside = charts.funnel(made.comparison("percent")).data[-1]
    assert set(inside.marker.symbol) == {"circle"}


def test_a_funnel_says_which_district_it_leaves_out() -> None:
    result = made.comparison()
    rows = result.rows.copy()
    rows.loc[1, ["n", "value"]] = pd.NA
    figure = charts.funnel(replace(result, rows=rows))
    assert len(figure.data[-1].x) == 5
    assert "not shown, no figure: East Cambridgeshire" in texts(figure).replace("<br>", " ")


def test_bars_keep_their_order_and_mark_the_period_before_only_where_known() -> None:
    frame = made.locations().settings
    frame["n"] = frame["n"].astype("Int64")
    frame.loc[6, "n"] = pd.NA
    figure = charts.bars(frame, "name", "n", "prior_n")
    bar, mark, _ = figure.data
    assert [text.replace("<br>", " ") for text in bar.text] == frame["name"].tolist()
    assert 6 not in list(mark.y) and len(mark.y) == 7
    assert "too few" in texts(figure) and "the period before" in texts(figure)
    alone = charts.bars(frame.assign(prior_n=pd.NA), "name", "n", "prior_n")
    assert len(alone.data) == 1 and "the period before" not in texts(alone)


@pytest.mark.parametrize("name", ["Home", "South Cambridgeshire", "Peterborough (without Oct 2026, not loaded)"])
def test_a_bar_is_as_high_as_the_lines_of_its_name(name: str) -> None:
    frame = made.locations().settings.assign(name=name)
    figure = charts.bars(frame, "name", "n", "prior_n")
    lines = figure.data[0].text[0].count("<br>") + 1
    plot = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    assert plot / len(frame) >= 17 * lines


def test_muted_squares_have_no_number_anywhere() -> None:
    result = made.locations()
    muted, shown, landmarks = charts.squares(result).data
    known = [n for row in shown.z for n in row if n is not None]
    assert sorted(known) == sorted(result.squares["n"].dropna().tolist())
    assert min(known) >= result.map_minimum
    assert {n for row in muted.z for n in row if n is not None} == {0.0}
    told = [words for row in muted.text for words in row if words]
    muted_squares = int(result.squares["n"].isna().sum())
    assert sum("fewer than 3, or kept back" in words for words in told) == muted_squares
    assert set(landmarks.text) == set(result.landmarks["name"])


def test_a_muted_square_stays_muted_when_its_number_slips_through() -> None:
    result = made.locations()
    slipped = result.squares.assign(n=result.squares["n"].fillna(1))
    _, shown, _ = charts.squares(replace(result, squares=slipped)).data
    assert min(n for row in shown.z for n in row if n is not None) >= result.map_minimum


def test_what_is_asked_of_plotly_twice_is_drawn_once() -> None:
    """Streamlit asks for each chart twice; Plotly passes over the second where neither of these looks new."""
    layout = charts.squares(made.locations()).to_dict()["layout"]
    assert layout["datarevision"] == 1 and layout["template"] is None


def test_squares_keep_their_proportion() -> None:
    layout = charts.squares(made.locations()).layout
    assert (layout.yaxis.scaleanchor, layout.yaxis.scaleratio) == ("x", 1)


def test_squares_are_drawn_where_they_lie() -> None:
    result = made.locations()
    _, shown, _ = charts.squares(result).data
    top = result.squares.sort_values("n").dropna().iloc[-1]
    assert shown.z[int(top["north_km"] - shown.y0 + 0.5)][int(top["east_km"] - shown.x0 + 0.5)] == top["n"]


def test_a_square_says_what_it_is_when_one_points_at_it() -> None:
    frame = pd.DataFrame({"east_km": [545, 546], "north_km": [258, 258], "n": pd.array([7, pd.NA], dtype="Int64")})
    town = pd.DataFrame({"name": ["<Cambridge>"], "east_km": [545.5], "north_km": [260.5]})
    shown = charts.squares(
        replace(made.locations(), squares=frame.assign(muted=frame["n"].isna()), landmarks=town)
    ).data[1]
    assert tuple(shown.text[0]) == (
        "<b>7</b> in the square kilometre<br>TL4558, 2 km from &lt;Cambridge&gt;",
        "<b>fewer than 3, or kept back</b> in the square kilometre<br>TL4658, 2 km from &lt;Cambridge&gt;",
    )


def test_outlines_are_lines_broken_between_rings_and_within_the_frame() -> None:
    points = [("a", 1, 500.0, 200.0), ("a", 1, 600.0, 200.0), ("a", 2, 500.0, 320.0), ("b", 1, 590.0, 310.0)]
    outlines = pd.DataFrame(points, columns=["district", "ring", "east_km", "north_km"])
    figure = charts.squares(replace(made.locations(), outlines=outlines))
    line = figure.data[0]
    assert list(line.x) == [500.0, 600.0, None, 500.0, None, 590.0, None]
    (left, right), (low, high) = figure.layout.xaxis.range, figure.layout.yaxis.range
    assert left < 500 and right > 600 and low < 200 and high > 320
    assert "Crown copyright" in texts(figure) and "Crown" not in texts(charts.squares(made.locations()))


def test_an_area_without_landmarks_is_drawn_all_the_same() -> None:
    result = made.locations()
    assert charts.squares(replace(result, landmarks=result.landmarks.head(0))).data


def test_a_quarter_not_complete_is_hollow_and_a_missing_one_a_gap() -> None:
    figure = charts.quarters(made.nominals())
    victims, hollow, suspects, _ = figure.data
    assert victims.y[-1] is None and [n for n in hollow.y if n is not None] == [4]
    assert suspects.y[2] is None and victims.marker.symbol != suspects.marker.symbol
    assert "<b>12</b> victims" in texts(figure) and "quarter not complete" in texts(figure)


def test_the_two_lines_of_people_have_two_inks_and_a_legend_that_names_them() -> None:
    for dark in (False, True):
        figure = charts.quarters(made.nominals(), dark)
        inks = [line.line.color for line in figure.data if line.mode == "lines+markers"]
        assert len(set(inks)) == 2
        for ink, mark, said in zip(inks, "\u25cf\u25a0", ("victims, whole line", "suspects, broken line"), strict=True):
            assert f'<span style="color:{ink}">{mark}</span> {said}' in texts(figure)


def test_nothing_on_a_page_leaves_the_machine_or_opens_a_tool_bar() -> None:
    assert charts.config()["displayModeBar"] is False
    assert not any("http" in json.dumps(DRAWN[name](False).to_dict(), default=str) for name in DRAWN)
