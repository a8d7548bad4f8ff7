"""Native charts on cells of the same sheet: lines by month, columns side by side, bars."""

import textwrap
from collections.abc import Sequence

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart._chart import ChartBase
from openpyxl.chart.axis import DateAxis
from openpyxl.chart.data_source import StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.marker import DataPoint, Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.drawing.text import Font as Face
from openpyxl.utils import get_column_letter

from hcdata.exports.sheets.cells import MONTH
from hcdata.exports.sheets.page import FONT, GREY, Block

# Analysis Function palette: categorical colours in their order.
PALETTE = ("12436D", "28A197", "801650", "F46A25", "3D3D3D", "A285D1")
GRID = "D9D9D9"
# Colour, points and dash of the first line, the second, and those after.
STROKES = (("12436D", 2.25, None), ("3D3D3D", 1.25, "solid"), ("3D3D3D", 1.25, "dash"))
WIDE, HIGH = 17.0, 8.5
# Emus in a point: ECMA-376, 20.1.10.
POINT = 12700
# Characters of 10-point bold Arial in a centimetre, about.
PER_CM = 4.2


def lines(
    block: Block,
    columns: Sequence[int],
    title: str,
    axis: str,
    *,
    marked: Sequence[int] = (),
    until: int | None = None,
    size: tuple[float, float] = (WIDE, HIGH),
) -> LineChart | None:
    """Draw columns by month (column 1) up to line `until`, where all are numbers; `marked` lines are diamonds."""
    run = block.numeric(columns, until)
    if run is None or run[0] == run[1]:
        return None
    chart = LineChart()
    for place, column in enumerate(columns):
        series = _series(chart, block, column, run)
        series.smooth = False
        series.marker = Marker("circle", size=4) if place == 0 else Marker("none")
        _paint_marker(series.marker, PALETTE[0])
        series.graphicalProperties.line = _stroke(place)
        if place == 0:
            series.dPt.extend(_diamond(line - run[0]) for line in marked if run[0] <= line <= run[1])
    chart.x_axis = DateAxis(crossAx=100)
    chart.x_axis.number_format, chart.x_axis.majorTimeUnit = MONTH.replace("yyyy", "yy"), "months"
    chart.x_axis.majorUnit = max(1, round((run[1] - run[0]) / size[0] * 1.4))
    chart.x_axis.baseTimeUnit = "months"
    chart.y_axis.crossAx = chart.x_axis.axId
    return _finish(chart, title, axis, size, legend=len(columns) > 1)


def columns(
    block: Block,
    values: Sequence[int],
    title: str,
    axis: str,
    format: str,
    *,
    level: int | None = None,
    until: int | None = None,
) -> BarChart | None:
    """Draw columns side by side for each line's label; `level` is a column drawn as a line across."""
    run = block.numeric([*values, *([level] if level else [])], until)
    if run is None:
        return None
    chart = BarChart()
    chart.type, chart.gapWidth, chart.overlap = "col", 60, 0
    _fill(chart, block, values, run, format)
    if level:
        line = LineChart()
        series = _series(line, block, level, run)
        series.marker, series.smooth = Marker("none"), False
        series.graphicalProperties.line = LineProperties(solidFill=PALETTE[3], w=int(2.25 * POINT), prstDash="dash")
        chart += line
    return _finish(chart, title, axis, (WIDE, HIGH), legend=len(values) + bool(level) > 1, format=format)


def bars(block: Block, value: int, title: str, axis: str, format: str, size: tuple[float, float]) -> BarChart | None:
    """Draw one bar for each line's label, from the top down in the order of the table."""
    run = block.numeric([value])
    if run is None:
        return None
    chart = BarChart()
    chart.type, chart.gapWidth = "bar", 35
    _fill(chart, block, [value], run, format)
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.tickLblSkip = 1
    chart = _finish(chart, title, axis, size, legend=False, format=format)
    chart.y_axis.crosses = "max"
    return chart


def _fill(chart: BarChart, block: Block, values: Sequence[int], run: tuple[int, int], format: str) -> None:
    for place, column in enumerate(values):
        series = _series(chart, block, column, run)
        series.graphicalProperties = GraphicalProperties(solidFill=PALETTE[place])
        series.dLbls = DataLabelList(showVal=True, showSerName=False, showCatName=False, showLegendKey=False)
        series.dLbls.numFmt, series.dLbls.txPr = format, _face(800)


def _series(chart: ChartBase, block: Block, column: int, run: tuple[int, int]) -> Series:
    sheet, letter = block.page.sheet.title, get_column_letter(column)
    series = SeriesFactory(block.span(column, *run))
    series.tx = SeriesLabel(strRef=StrRef(f"'{sheet}'!${letter}${block.header}"))
    chart.series.append(series)
    chart.set_categories(block.span(1, *run))
    return series


def _diamond(index: int) -> DataPoint:
    marker = Marker("diamond", size=10)
    _paint_marker(marker, PALETTE[3])
    # Without a line of its own the stretch up to the point would take the program's colour.
    point = DataPoint(idx=index, marker=marker)
    point.graphicalProperties = GraphicalProperties(ln=_stroke(0))
    return point


def _stroke(place: int) -> LineProperties:
    colour, width, dash = STROKES[min(place, len(STROKES) - 1)]
    return LineProperties(solidFill=colour, w=int(width * POINT), prstDash=dash)


def _paint_marker(marker: Marker, colour: str) -> None:
    marker.graphicalProperties = GraphicalProperties(solidFill=colour)
    marker.graphicalProperties.line = LineProperties(solidFill=colour)


def _finish(
    chart: ChartBase, title: str, axis: str, size: tuple[float, float], *, legend: bool, format: str | None = None
) -> ChartBase:
    chart.width, chart.height = size
    chart.roundedCorners = False
    chart.title = _title(title, 1000, bold=True, room=int(size[0] * PER_CM))
    chart.title.overlay = False
    # Both axes are hidden unless they say otherwise.
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.title = _title(axis, 900, bold=False, room=60)
    chart.y_axis.scaling.min = 0
    chart.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(solidFill=GRID))
    if format:
        chart.y_axis.number_format = format
    for one in (chart.x_axis, chart.y_axis):
        one.txPr = _face(800)
    if legend:
        chart.legend.position = "b"
    else:
        chart.legend = None
    chart.graphical_properties = GraphicalProperties(ln=LineProperties(noFill=True))
    return chart


def _title(text: str, size: int, *, bold: bool, room: int) -> Title:
    face = _characters(size, bold)
    paragraphs = [
        Paragraph(pPr=ParagraphProperties(defRPr=face), r=[RegularTextRun(rPr=face, t=part)])
        for part in textwrap.wrap(text, room) or [""]
    ]
    return Title(tx=Text(rich=RichText(p=paragraphs)), overlay=False)


def _face(size: int) -> RichText:
    face = _characters(size, False)
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=face), endParaRPr=face)])


def _characters(size: int, bold: bool) -> CharacterProperties:
    return CharacterProperties(sz=size, b=bold, solidFill=GREY, latin=Face(typeface=FONT))
