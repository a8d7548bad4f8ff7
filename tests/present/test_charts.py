import json
import re
import time
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.present import charts
from hcdata.present.charts import scale, spacing, wording
from hcdata.present.charts.marked_events import MOST
from hcdata.present.palette import DARK, LIGHT, Palette
from hcdata.stats.rules import COMMON, SIGNALS
from tests.present import made_up as made

ROOT = Path(__file__).resolve().parents[2]
TITLE = "Recorded hate crimes rose in August and have stayed above their usual range since then <b>"
SUBTITLE = "Crimes a month by recorded date, force, Nov 2023 to Oct 2026, n = 4,712; usual range set by 23 months"

Draw = Callable[[bool], go.Figure]
STRANDS = [made.trend(90, 1, "Race"), made.trend(2, 2, "Transgender identity"), made.no_trend(subject="Disability")]
DRAWN: dict[str, Callable[..., go.Figure]] = {
    "trend": lambda dark, **how: charts.trend(made.trend(), TITLE, SUBTITLE, dark, **how),
    "trend of few": lambda dark, **how: charts.trend(made.trend(2), TITLE, SUBTITLE, dark, **how),
    "rolling year": lambda dark, **how: charts.rolling_year(made.trend(), TITLE, SUBTITLE, dark, **how),
    "small multiples": lambda dark, **how: charts.small_multiples(
        STRANDS, TITLE, SUBTITLE, dark, columns=1 if how.get("width") == "narrow" else 2, **how
    ),
    "funnel of rates": lambda dark, **how: charts.funnel(made.comparison(), TITLE, SUBTITLE, dark, **how),
    "funnel of shares": lambda dark, **how: charts.funnel(made.comparison("percent"), TITLE, SUBTITLE, dark, **how),
    "bars": lambda dark, **how: charts.bars(
        made.locations().settings, "name", "n", "prior_n", TITLE, SUBTITLE, dark, **how
    ),
    "squares": lambda dark, **how: charts.squares(made.locations(), TITLE, SUBTITLE, dark, **how),
    "quarters": lambda dark, **how: charts.quarters(made.nominals(), TITLE, SUBTITLE, dark, **how),
    "blank": lambda dark, **how: charts.blank("Nothing is loaded yet.", TITLE, SUBTITLE, dark, **how),
}
NOTHING: dict[str, go.Figure] = {
    "trend": charts.trend(made.no_trend("Not loaded."), TITLE, SUBTITLE),
    "rolling year": charts.rolling_year(made.no_trend("Not loaded."), TITLE, SUBTITLE),
    "small multiples": charts.small_multiples([made.no_trend("Not loaded.")], TITLE, SUBTITLE),
    "funnel": charts.funnel(replace(made.comparison(), missing="Not loaded."), TITLE, SUBTITLE),
    "squares": charts.squares(replace(made.locations(), squares_missing="Not loaded."), TITLE, SUBTITLE),
    "quarters": charts.quarters(replace(made.nominals(), missing="Not loaded."), TITLE, SUBTITLE),
    "blank": charts.blank("Not loaded.", TITLE, SUBTITLE),
}
EMPTY: dict[str, go.Figure] = {
    "trend": charts.trend(replace(made.no_trend(), missing=None), TITLE, SUBTITLE),
    "rolling year": charts.rolling_year(made.trend(months=10), TITLE, SUBTITLE),
    "small multiples": charts.small_multiples([], TITLE, SUBTITLE),
    "funnel": charts.funnel(replace(made.comparison(), rows=made.comparison().rows.head(0)), TITLE, SUBTITLE),
    "bars": charts.bars(made.locations().settings.head(0), "name", "n", "prior_n", TITLE, SUBTITLE),
    "squares": charts.squares(replace(made.locations(), squares=made.locations().squares.head(0)), TITLE, SUBTITLE),
    "quarters": charts.quarters(replace(made.nominals(), quarters=made.nominals().quarters.head(0)), TITLE, SUBTITLE),
}


def texts(figure: go.Figure) -> str:
    return "\n".join(note.text for note in figure.layout.annotations)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", ["narrow", "half", "full"])
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


@pytest.mark.parametrize("name", DRAWN)
def test_a_finding_is_shown_as_text_in_lines_that_fit(name: str) -> None:
    title = next(note for note in DRAWN[name](False, width="half").layout.annotations if note.name == "title")
    lines = title.text.split("<br>")
    assert len(lines) > 1 and max(map(len, lines)) <= wording.TITLE["half"] + len("&lt;&gt;")
    assert lines[-1].endswith("&lt;b&gt;")


@pytest.mark.parametrize("name", NOTHING)
def test_a_missing_result_says_why(name: str) -> None:
    assert not NOTHING[name].data and "Not loaded." in texts(NOTHING[name])


@pytest.mark.parametrize("name", EMPTY)
def test_an_empty_result_says_so(name: str) -> None:
    assert not EMPTY[name].data and len(EMPTY[name].layout.annotations) == 3


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


def line_of(figure: go.Figure) -> go.Scatter:
    return next(trace for trace in figure.data if trace.mode == "lines+markers")


def test_a_month_not_complete_is_hollow_and_apart() -> None:
    result = made.trend()
    figure = charts.trend(result, TITLE, SUBTITLE)
    line = line_of(figure)
    assert line.y[-1] is None and line.y[-2] == result.months["n"].iloc[-2]
    hollow = next(trace for trace in figure.data if trace.mode == "markers")
    assert [value for value in hollow.y if value is not None] == [result.months["n"].iloc[-1]]
    assert hollow.marker.color == LIGHT.page and "month not complete" in texts(figure)


def test_months_that_stand_out_differ_in_shape_and_in_a_neutral_colour() -> None:
    result = made.trend()
    marker = line_of(charts.trend(result, TITLE, SUBTITLE)).marker
    for label, shape, colour in zip(result.months["signal"], marker.symbol, marker.color, strict=True):
        direction = SIGNALS[label] if isinstance(label, str) else 0
        assert shape == {0: "circle", 1: "triangle-up", -1: "triangle-down"}[direction]
        assert colour == (LIGHT.main if direction == 0 else LIGHT.stands_out)
    assert {COMMON, "Above UCL"} <= set(result.months["signal"].dropna())


def test_the_last_complete_month_and_the_limits_carry_their_numbers() -> None:
    result = made.trend()
    assert result.usual is not None
    shown = texts(charts.trend(result, TITLE, SUBTITLE))
    assert f"<b>{result.months['n'].iloc[-2]:.0f}</b> Oct" in shown
    assert f"upper {result.usual[1]}" in shown and f"lower {result.usual[0]}" in shown


def test_a_series_of_few_has_no_limits() -> None:
    figure = charts.trend(made.trend(2), TITLE, SUBTITLE)
    assert "upper" not in texts(figure) and not any(trace.fill for trace in figure.data)


def test_events_are_numbered_and_named_and_their_numbers_keep_apart() -> None:
    figure = charts.trend(made.trend(), TITLE, SUBTITLE)
    numbers = next(trace for trace in figure.data if trace.yaxis == "y2")
    assert list(numbers.text) == ["1", "2", "3", "4"]
    assert numbers.y[0] != numbers.y[1] and numbers.y[0] == numbers.y[2]
    assert "2 Disorder in the city centre &lt;b&gt;" in texts(figure)
    assert len([shape for shape in figure.layout.shapes if shape.type == "line"]) == 4


def test_many_events_leave_the_earliest_to_the_table() -> None:
    many = pd.concat([made.events()] * 4).assign(event_on=pd.date_range("2024-01-05", periods=16, freq="60D"))
    figure = charts.trend(replace(made.trend(), events=many), TITLE, SUBTITLE)
    assert len(figure.layout.shapes) == MOST and f"{16 - MOST} earlier: see the table" in texts(figure)


def test_a_missing_month_is_a_gap_and_never_zero() -> None:
    result = made.trend()
    frame = result.months.copy()
    frame.loc[5, "n"] = None
    line = line_of(charts.trend(replace(result, months=frame), TITLE, SUBTITLE))
    assert line.y[5] is None and line.text[5].endswith("not recorded")


def test_counts_start_at_zero_and_a_rolling_year_far_from_it_says_where_it_starts() -> None:
    assert charts.trend(made.trend(), TITLE, SUBTITLE).layout.yaxis.range[0] == 0
    year = charts.rolling_year(made.trend(), TITLE, SUBTITLE)
    assert year.layout.yaxis.range[0] > 0
    assert f"axis starts at {year.layout.yaxis.range[0]:,.0f}" in texts(year)


def test_a_rolling_year_lies_over_the_one_before() -> None:
    result = made.trend()
    last, this = charts.rolling_year(result, TITLE, SUBTITLE).data
    known = result.months["r12"].dropna().tolist()
    assert list(this.y) == known[-12:] and list(last.y) == known[-24:-12]
    assert last.line.dash != this.line.dash and list(last.x)[-1] == list(this.x)[-1]


def test_panels_share_the_scale_of_time_and_a_missing_one_says_why() -> None:
    figure = charts.small_multiples(STRANDS, TITLE, SUBTITLE)
    assert figure.layout.xaxis.range == figure.layout.xaxis2.range
    assert figure.layout.yaxis.range != figure.layout.yaxis2.range
    shown = texts(figure).replace("<br>", " ")
    assert all(one.subject in shown for one in STRANDS) and "No crimes are loaded." in shown
    assert "own vertical scale" in shown and "no band: too few" in shown


def test_a_funnel_names_districts_and_shapes_those_outside() -> None:
    result = made.comparison()
    points = charts.funnel(result, TITLE, SUBTITLE).data[-1]
    assert [text.replace("<br>", " ") for text in points.text] == result.rows["name"].tolist()
    assert points.marker.symbol[4] == "triangle-up" and points.marker.symbol[2] == "triangle-down"
    inside = charts.funnel(made.comparison("percent"), TITLE, SUBTITLE).data[-1]
    assert set(inside.marker.symbol) == {"circle"}


def test_a_funnel_says_which_district_it_leaves_out() -> None:
    result = made.comparison()
    rows = result.rows.copy()
    rows.loc[1, ["n", "value"]] = pd.NA
    figure = charts.funnel(replace(result, rows=rows), TITLE, SUBTITLE)
    assert len(figure.data[-1].x) == 5
    assert "not shown, no figure: East Cambridgeshire" in texts(figure).replace("<br>", " ")


def test_bars_keep_their_order_and_mark_the_period_before_only_where_known() -> None:
    frame = made.locations().settings
    frame["n"] = frame["n"].astype("Int64")
    frame.loc[6, "n"] = pd.NA
    figure = charts.bars(frame, "name", "n", "prior_n", TITLE, SUBTITLE)
    bar, mark, _ = figure.data
    assert [text.replace("<br>", " ") for text in bar.text] == frame["name"].tolist()
    assert 6 not in list(mark.y) and len(mark.y) == 7
    assert "too few" in texts(figure) and "the period before" in texts(figure)
    alone = charts.bars(frame.assign(prior_n=pd.NA), "name", "n", "prior_n", TITLE, SUBTITLE)
    assert len(alone.data) == 1 and "the period before" not in texts(alone)


def test_muted_squares_have_no_number_anywhere() -> None:
    result = made.locations()
    muted, shown, landmarks = charts.squares(result, TITLE, SUBTITLE).data
    known = [n for row in shown.z for n in row if n == n]
    assert sorted(known) == sorted(result.squares["n"].dropna().tolist())
    assert min(known) >= result.map_minimum
    assert {n for row in muted.z for n in row if n == n} == {0.0} and muted.hoverinfo == "skip"
    assert set(landmarks.text) == set(result.landmarks["name"])


def test_a_muted_square_stays_muted_when_its_number_slips_through() -> None:
    result = made.locations()
    slipped = result.squares.assign(n=result.squares["n"].fillna(1))
    _, shown, _ = charts.squares(replace(result, squares=slipped), TITLE, SUBTITLE).data
    assert min(n for row in shown.z for n in row if n == n) >= result.map_minimum


def test_squares_keep_their_proportion() -> None:
    layout = charts.squares(made.locations(), TITLE, SUBTITLE).layout
    assert (layout.yaxis.scaleanchor, layout.yaxis.scaleratio) == ("x", 1)


def test_squares_are_drawn_where_they_lie() -> None:
    result = made.locations()
    _, shown, _ = charts.squares(result, TITLE, SUBTITLE).data
    top = result.squares.sort_values("n").dropna().iloc[-1]
    assert shown.z[int(top["north_km"] - shown.y0 + 0.5)][int(top["east_km"] - shown.x0 + 0.5)] == top["n"]


def test_an_area_without_landmarks_is_drawn_all_the_same() -> None:
    result = made.locations()
    assert charts.squares(replace(result, landmarks=result.landmarks.head(0)), TITLE, SUBTITLE).data


def test_a_quarter_not_complete_is_hollow_and_a_missing_one_a_gap() -> None:
    figure = charts.quarters(made.nominals(), TITLE, SUBTITLE)
    victims, hollow, suspects, _ = figure.data
    assert victims.y[-1] is None and [n for n in hollow.y if n is not None] == [4]
    assert suspects.y[2] is None and victims.marker.symbol != suspects.marker.symbol
    assert "<b>12</b> victims" in texts(figure) and "quarter not complete" in texts(figure)


def test_nothing_on_a_page_leaves_the_machine_or_opens_a_tool_bar() -> None:
    assert charts.config()["displayModeBar"] is False
    assert not any("http" in json.dumps(DRAWN[name](False).to_dict(), default=str) for name in DRAWN)


def test_six_figures_are_quick() -> None:
    results = made.trend(), made.comparison(), made.locations(), made.nominals()

    def page() -> None:
        charts.trend(results[0], TITLE, SUBTITLE).to_json()
        charts.rolling_year(results[0], TITLE, SUBTITLE).to_json()
        charts.small_multiples([results[0]] * 5, TITLE, SUBTITLE).to_json()
        charts.funnel(results[1], TITLE, SUBTITLE).to_json()
        charts.squares(results[2], TITLE, SUBTITLE).to_json()
        charts.quarters(results[3], TITLE, SUBTITLE).to_json()

    def took() -> float:
        start = time.perf_counter()
        page()
        return time.perf_counter() - start

    assert min(took() for _ in range(8)) < 0.15


@given(st.lists(st.floats(0, 250), min_size=1, max_size=6))
def test_labels_are_spread_in_order(positions: list[float]) -> None:
    moved = spacing.spread(positions, 17, 250)
    order = sorted(range(len(positions)), key=lambda index: positions[index])
    ranked = [moved[index] for index in order]
    assert all(after - before >= 17 - 1e-6 for before, after in pairwise(ranked))
    assert min(moved) >= -1e-6 and max(moved) <= 250 + 1e-6


def test_labels_that_have_room_stay_where_they_are() -> None:
    assert spacing.spread([200, 10, 90], 17, 250) == [200, 10, 90]


@given(st.lists(st.floats(0, 230), max_size=12).map(sorted))
def test_numbers_in_one_row_keep_their_gap(positions: list[float]) -> None:
    rows = spacing.rows_for(positions, 20)
    for row in set(rows):
        same = [at for at, one in zip(positions, rows, strict=True) if one == row]
        assert all(after - before >= 20 for before, after in pairwise(same))


def test_a_label_avoids_the_point_beside_it() -> None:
    area = spacing.Box(0, 0, 300, 300)
    above, below = spacing.beside([(100, 100), (100, 122)], [(60, 17), (60, 17)], area)
    assert (above, below) != ("top center", "bottom center")
    assert spacing.beside([(100, 100)], [(60, 17)], area) == ["top center"]
    assert spacing.beside([(290, 290)], [(60, 17)], area) == ["bottom left"]


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**6)), max_size=20))
def test_a_scale_holds_its_values_in_whole_steps(values: list[float | None]) -> None:
    fitted = scale.fit(values)
    known = [value for value in values if value is not None]
    assert all(fitted.low <= value <= fitted.high for value in known)
    assert fitted.low == 0 or min(known) > scale.FAR * max(known)
    assert fitted.step == int(fitted.step) >= 1 and 1 <= len(fitted.ticks) - 1 <= 8


# A page of 900 px less Streamlit's margins: two fifths of it, half, and the whole.
@pytest.fixture(scope="module", params=[("narrow", 290), ("half", 362), ("full", 740)], ids=lambda one: one[0])
def shown(request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """What is cut off in a browser when all figures are drawn at their narrowest."""
    playwright = pytest.importorskip("playwright.sync_api")
    streamlit = pytest.importorskip("streamlit")
    if not Path("/usr/bin/chromium").exists():
        pytest.skip("no Chromium is installed at /usr/bin/chromium")
    from plotly.offline import get_plotlyjs

    width, px = request.param
    media = Path(streamlit.__file__).parent / "static" / "static" / "media"
    font = next(media.glob("SourceSans*Upright*.woff2"), None)
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": px + 100, "height": 900})
        boxes = "".join(f"<div id='c{at}' style='width:{px}px'></div>" for at in range(len(DRAWN)))
        page.set_content(f"<!DOCTYPE html><html><body>{boxes}</body></html>")
        page.add_script_tag(content=get_plotlyjs())
        if font:
            page.evaluate(
                """async bytes => {
                    const face = new FontFace("Source Sans", new Uint8Array(bytes), {weight: "200 900"});
                    document.fonts.add(await face.load());
                }""",
                list(font.read_bytes()),
            )
        for at, draw in enumerate(DRAWN.values()):
            spec = json.loads(draw(False, width=width).to_json())
            page.evaluate(
                "([at, spec, config]) => Plotly.newPlot('c' + at, spec.data, spec.layout, config)",
                [at, spec, charts.config()],
            )
        yield page.evaluate(
            """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => {
                const edge = chart.getBoundingClientRect();
                return [...chart.querySelectorAll('text')].filter(text => {
                    const box = text.getBoundingClientRect();
                    return box.width && (box.right > edge.right + 1 || box.left < edge.left - 1
                        || box.bottom > edge.bottom + 1 || box.top < edge.top - 1);
                }).map(text => text.textContent);
            })"""
        )
        browser.close()


@pytest.mark.browser
def test_no_text_is_cut_off_at_its_narrowest(shown: list[str]) -> None:
    assert shown == []


def test_escaped_text_stays_text() -> None:
    assert wording.wrap('a <a href="x">b</a> & c', 80) == ['a &lt;a href="x"&gt;b&lt;/a&gt; &amp; c']
    assert re.fullmatch(r"one\W+two", wording.join(["one", "two"], 20)[0])
    assert len(wording.join(["one", "two"], 6)) == 2
