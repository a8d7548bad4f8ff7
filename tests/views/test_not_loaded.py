"""A month that no extract speaks for is no nought: in no sentence, chart, table or cell, and asked about."""

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest

from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.exports import chief_officers
from hcdata.measures import run
from hcdata.present import charts
from hcdata.present.tables import closeup_tables, tables
from hcdata.present.text import absences, findings, impact_words, trend_words, words
from hcdata.stats.periods import add_months
from hcdata.store import query
from hcdata.views import answers
from hcdata.views.closeup import closeup
from hcdata.views.notes import StillCounted
from hcdata.views.performance import ask, performance_update
from hcdata.views.quality import quality
from hcdata.views.results import PerformanceUpdate, Trend
from tests.store.store_exports import load, write

MONTHS = [add_months(date(2024, 9, 1), step) for step in range(24)]
MARCH, AUGUST = date(2026, 3, 1), date(2026, 8, 1)
HEADERS = ["crime_ref", "recorded", "district", "strands"]
# One extract holds all months up to this one.
BEGUN = date(2025, 12, 1)
YEAR = Filters("12m")


@dataclass(frozen=True)
class Planted:
    """A store, and the month that is not loaded of a district (None: of all)."""

    store: Path
    month: date
    district: str | None


def monthly(folder: Path, name: str, numbers: Mapping[str, int], without: date | None, spoiled: date | None) -> None:
    """Write a file of the months up to BEGUN, then one a month but one; most of one month have no readable date."""
    rng, ref, begun = Random(name), 10_000 * len(list(folder.glob("*"))), list[dict[str, Any]]()
    for month in MONTHS:
        end = calendar.monthrange(month.year, month.month)[1]
        rows: list[dict[str, Any]] = []
        for district, n in numbers.items():
            for _ in range(n + rng.randint(-3, 3)):
                ref += 1
                day = f"{rng.randint(1, end):02d}/{month:%m/%Y} 10:15"
                recorded = "when it came in" if month == spoiled and len(rows) > 1 else day
                rows.append(dict(zip(HEADERS, (f"99/{ref}/{month:%y}", recorded, district, "Race"), strict=True)))
        if month <= BEGUN:
            begun += rows
            rows = begun if month == BEGUN else []
        if rows and month != without:
            write(folder / f"{name}_{month:%Y-%m}-{end}.csv", HEADERS, rows)


def planted(folder: Path, kind: str) -> Planted:
    """Load two districts' months, one of them taken away."""
    exports = folder / "in"
    exports.mkdir(parents=True)
    if kind == "district":
        monthly(exports, "fenland", {"Fenland": 30}, AUGUST, None)
        monthly(exports, "peterborough", {"Peterborough": 32}, None, None)
    else:
        both = {"Fenland": 30, "Peterborough": 32}
        monthly(exports, "crimes", both, MARCH if kind == "everywhere" else None, MARCH if kind == "rejects" else None)
    load(folder / "store", *sorted(exports.iterdir()))
    month, district = (AUGUST, "fenland") if kind == "district" else (MARCH, None)
    return Planted(folder / "store", month, district)


@pytest.fixture(scope="module", params=["district", "everywhere", "rejects"])
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """A store with a district's month, a month everywhere, or a month of rejects taken away."""
    return planted(tmp_path_factory.mktemp(request.param), request.param)


@pytest.fixture(scope="module")
def update(case: Planted) -> PerformanceUpdate:
    """The Performance Update of it."""
    with query.open(case.store) as store:
        return performance_update(store, YEAR)


def sentences(update: PerformanceUpdate) -> Iterator[str]:
    """Every sentence of the page that speaks of numbers."""
    yield findings.headline(update)
    yield from (one.text for one in findings.findings(update))
    yield from (words.figure_sentence(one, update.about) for one in update.headlines)
    for trend in (update.total, *update.strands, *update.district_trends, *update.pair_trends):
        yield from (
            trend_words.trend_sentence(trend),
            trend_words.trend_title(trend),
            trend_words.trend_subtitle(trend),
        )
    yield words.districts_sentence(update.districts)


def shown(update: PerformanceUpdate) -> list[Trend]:
    """Every series with a record: of a strand nobody recorded nought is what was loaded."""
    every = (update.total, *update.strands, *update.district_trends, *update.pair_trends)
    return [one for one in every if not one.missing and one.months["n"].sum() > 0]


def test_no_month_of_a_series_is_nought_or_judged(case: Planted, update: PerformanceUpdate) -> None:
    for trend in shown(update):
        if case.district and trend.district not in (None, case.district):
            continue
        row = trend.months[trend.months["month"].dt.date == case.month].iloc[0]
        assert row["n"] != 0 and not row["complete"], trend.subject
        assert row["r12"] != row["r12"] and trend.year.missing, trend.subject
        assert case.month not in trend.complete["month"].dt.date.tolist()


def test_no_sentence_says_below_and_some_say_what_is_not_loaded(case: Planted, update: PerformanceUpdate) -> None:
    said = list(sentences(update))
    assert not [one for one in said if "below" in one and "Disability" not in one]
    assert not update.signals
    lacking = f"{case.month:%b %Y}"
    assert any(lacking in one and "not loaded" in one for one in said)
    assert lacking in absences.page_words(update.about.absences)


def test_no_point_of_a_chart_is_nought(case: Planted, update: PerformanceUpdate) -> None:
    for trend in shown(update):
        for draw in (charts.trend, charts.rolling_year):
            for trace in draw(trend).to_plotly_json()["data"]:
                points = zip(trace.get("x", ()), trace.get("y", ()), strict=False)
                assert not [y for x, y in points if str(x).startswith(f"{case.month:%Y-%m}") and y == 0]


def test_no_cell_of_a_table_is_nought(case: Planted, update: PerformanceUpdate) -> None:
    with query.open(case.store) as store:
        close = closeup(ask(store, YEAR, LOCAL))
    frames = [tables.months(update.total), tables.parts(shown(update))]
    for frame in [*frames, closeup_tables.seasons(close), closeup_tables.years(close)]:
        rows = frame[frame["Month"] == f"{case.month:%b %Y}"].astype(str)
        assert not (rows == "0").to_numpy().any(), rows
    assert close.to_date.missing or case.month < date(2026, 4, 1)


def test_no_cell_of_the_workbook_is_nought(case: Planted, tmp_path: Path) -> None:
    opened = answers.at(case.store)
    assert opened is not None
    file = chief_officers.write(opened, YEAR, LOCAL, tmp_path / "book.xlsx", "tester")
    lacking = 0
    for sheet in openpyxl.load_workbook(file).worksheets:
        for row in sheet.iter_rows(values_only=True):
            lacking += any("not loaded" in str(cell).casefold() for cell in row)
            if isinstance(row[0], datetime) and row[0].date() == case.month:
                assert 0 not in row, (sheet.title, row)
    assert lacking >= len(openpyxl.load_workbook(file).worksheets)


def test_measures_have_no_figure_for_it(case: Planted) -> None:
    with query.open(case.store) as store:
        for by in (("month", "district"), ("month", "district", "strand")):
            found = run.figures(store, "recorded_hate_crimes", by)
            rows = found[(found["month"].dt.date == case.month) & found["district"].isin([case.district or "fenland"])]
            assert len(rows) and not rows["complete"].any() and not (rows["n"] == 0).any()
        total = run.figures(store, "recorded_hate_crimes", (), YEAR)
        assert not total["complete"].any() and total["n"].notna().all()
        assert run.figures(store, "hate_crime_rate", (), YEAR)["value"].isna().all()
        months = run.figures(store, "recorded_hate_crimes", ("month",)).set_index("month")
        assert not months.loc[str(case.month), "complete"]


def test_the_quality_page_asks_for_it(case: Planted) -> None:
    with query.open(case.store) as store:
        said = [one.text for one in impact_words.findings(quality(ask(store, YEAR, LOCAL)), "changes")]
    who = "Fenland: no extract" if case.district else "All districts: "
    assert any(one.startswith(who) and f"{case.month:%B %Y}" in one for one in said), said


def test_a_crime_that_vanished_at_the_end_is_queried_and_said_beside_the_figure(tmp_path: Path) -> None:
    days = ("14/08/2026", "20/08/2026", "15/09/2026", "25/09/2026")
    rows = [dict(zip(HEADERS, (f"99/{n}/26", day, "Fenland", "Race"), strict=True)) for n, day in enumerate(days, 1)]
    store = tmp_path / "store"
    load(store, write(tmp_path / "crimes_2026-09-30.csv", HEADERS, rows), full=True)
    receipt = load(store, write(tmp_path / "crimes_2026-10-31.csv", HEADERS, rows[:2]), full=True)
    assert receipt.vanished == 2
    with query.open(store) as opened:
        figure = performance_update(opened, Filters("all")).headlines[0]
    assert figure.n == 4 and StillCounted(2) in figure.notes


def rejected(n: int) -> list[dict[str, Any]]:
    return [dict(zip(HEADERS, (f"X{place}", "not a date", "Fenland", "Race"), strict=True)) for place in range(n)]


def test_a_load_of_rejects_alone_is_not_published(tmp_path: Path) -> None:
    receipt = load(tmp_path / "store", write(tmp_path / "crimes_2026-09-30.csv", HEADERS, rejected(2)))
    assert receipt.snapshot is None and not receipt.usable and not receipt.loads
    assert "Not one row was accepted: nothing is kept of these files." in list(receipt.lines())
    assert not (tmp_path / "store" / "current").exists()


def test_an_extract_without_a_row_says_that_there_was_nothing(tmp_path: Path) -> None:
    receipt = load(tmp_path / "store", write(tmp_path / "crimes_2026-09-30.csv", HEADERS, []))
    assert receipt.snapshot and receipt.usable
