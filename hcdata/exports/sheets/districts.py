"""Districts side by side, never ranked: rate, the contact duty, and months."""

from openpyxl.chart import BarChart
from openpyxl.workbook.workbook import Workbook

from hcdata.exports.sheets import charts, series
from hcdata.exports.sheets.cells import BY_UNIT, COUNT, NONE, NOT_LOADED, TOO_FEW, Value, count, number, words
from hcdata.exports.sheets.page import Block, Page
from hcdata.present.tables.tables import AGAINST
from hcdata.present.text.words import districts_sentence, districts_title
from hcdata.views.results import Comparison, PerformanceUpdate, Unit

NUMBERS: dict[Unit, tuple[str, str]] = {
    "count": ("Recorded", "Out of"),
    "rate": ("Crimes", "Residents"),
    "percent": ("Evidenced", "Due"),
}
VALUES: dict[Unit, str] = {"count": "Recorded", "rate": "Per 1,000 residents", "percent": "Share evidenced"}


def write(book: Workbook, update: PerformanceUpdate) -> None:
    """Write the districts' rate and duty, each with a chart, then their months."""
    rate = update.districts
    page = Page(book, "Districts", districts_title(rate), districts_sentence(rate), update.about, series.WIDTHS)
    volume = _compare(page, rate)
    page.heading(update.duty.title)
    page.line(f"{districts_title(update.duty)}. {districts_sentence(update.duty)}")
    duty = _compare(page, update.duty)
    page.turn()
    page.charts([_draw(volume, rate), _draw(duty, update.duty)])
    page.turn()
    page.heading("Latest 12 months beside the 12 before")
    series.write_years(page, "District", update.district_trends)
    page.turn()
    page.heading("Month by month")
    series.write_months(page, update.district_trends)


def _compare(page: Page, comparison: Comparison) -> Block | None:
    if comparison.rows.empty:
        return None
    over, under = NUMBERS[comparison.unit]
    shared = ("All districts", "Round all districts", "Not recorded")
    headers = ("District", over, under, VALUES[comparison.unit], *shared, f"{over} before", "Difference")
    form = BY_UNIT[comparison.unit]
    # A count is not set against anything: it has no denominator and no limits.
    apart = NONE if comparison.unit == "count" else None
    rows = [
        [
            words(row["name"]),
            count(row["n"]),
            count(row["of"], apart or NOT_LOADED),
            number(row["value"], form, TOO_FEW),
            number(comparison.baseline, form, apart or NOT_LOADED),
            words(AGAINST.get(row["significance"]), apart or TOO_FEW),
            count(row["not_recorded"]) if comparison.unit == "percent" else Value(NONE),
            count(row["prior_n"]),
            words(row["chance"]),
        ]
        for row in comparison.rows.to_dict("records")
    ]
    return page.table(headers, rows)


def _draw(block: Block | None, comparison: Comparison) -> BarChart | None:
    if block is None:
        return None
    title = f"{comparison.title}: {districts_title(comparison)}"
    if comparison.missing:
        return charts.columns(block, [2], comparison.title, NUMBERS[comparison.unit][0], COUNT)
    return charts.columns(block, [4], title, VALUES[comparison.unit], BY_UNIT[comparison.unit], level=5)
