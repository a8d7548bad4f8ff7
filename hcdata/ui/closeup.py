"""One series on the Trends page: which one, drawn by month, quarter, year or rate, and any month of it opened."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from hcdata.common.filters import Filters
from hcdata.present import charts
from hcdata.present.tables import closeup_tables, tables
from hcdata.present.text import closeup_titles, days, reading, trend_words
from hcdata.ui import address, show
from hcdata.ui.figure_cache import keep
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.closeup import Closeup

ALL = "all"
WHOLE = f"{ALL}.{ALL}"
GRAINS = {
    "month": "Month by month",
    "quarter": "By quarter",
    "year": "Financial year to date",
    "season": "Beside the same months of earlier years",
    "r12": "Rolling 12 months",
    "rate": "Rate per 1,000 residents",
}


@dataclass(frozen=True)
class Series:
    """The series looked at: the filters that make it, its name in the address, and what was found."""

    filters: Filters
    name: str
    found: Closeup


def choose(page: Page) -> tuple[Series, str]:
    """Draw the choice of series and of how it is drawn, and return both."""
    districts = {one: name for one, name in page.answers.districts.items() if _asked(one, page.filters.districts)}
    strands = {one: name for one, name in page.answers.strands.items() if _asked(one, page.filters.strands)}
    options = {WHOLE: "Everything asked for"}
    options |= {f"{ALL}.{one}": name for one, name in strands.items()}
    options |= {f"{one}.{ALL}": name for one, name in districts.items()}
    options |= {f"{d}.{s}": f"{strand} in {area}" for d, area in districts.items() for s, strand in strands.items()}
    with st.container(key="half-series"):
        name = address.choose("Series", options, "series", WHOLE)
        grain = address.choose("Drawn", GRAINS, "grain", "month")
    district, strand = name.split(".")
    filters = replace(
        page.filters,
        districts=page.filters.districts if district == ALL else (district,),
        strands=page.filters.strands if strand == ALL else (strand,),
    )
    return Series(filters, name, page.answers.closeup(filters, page.scope)), grain


def _asked(one: str, chosen: tuple[str, ...]) -> bool:
    return not chosen or one in chosen


def draw(page: Page, series: Series, grain: str) -> None:
    """Write the series in words, draw it as asked, and offer its table."""
    found, trend, name = series.found, series.found.trend, f"closeup-{series.name}-{grain}"
    sentence = trend_words.trend_sentence(trend)
    with st.container(key="headline"):
        st.markdown(f"**{plain(sentence)}**")
    st.markdown(plain(" ".join(filter(None, (reading.what_would_change(trend), reading.recording(trend))))))
    title, under, make = _ways(found)[grain]
    figure = keep(page, name, lambda: make(page.dark))
    if grain == "month":
        show.chart(figure, sentence, name, title, under, pick=lambda: _pick(name))
    else:
        show.chart(figure, f"{title}. {sentence}", name, title, under)
    table = {
        "quarter": closeup_tables.quarters,
        "year": closeup_tables.years,
        "season": closeup_tables.seasons,
        "rate": closeup_tables.rates,
    }.get(grain, lambda _: tables.months(trend))
    show.counted(page, "hate_crime_rate" if grain == "rate" else trend.measure, name, table=lambda: table(found))
    if trend.choice.method == "rare":
        _draw_gaps(page, series)


def _ways(found: Closeup) -> dict[str, tuple[str, str, Callable[[bool], Any]]]:
    """Return for each way to draw a series its title, subtitle and drawing."""
    trend = found.trend
    return {
        "month": (
            trend_words.trend_title(trend),
            trend_words.trend_subtitle(trend),
            lambda dark: charts.trend(trend, dark),
        ),
        "quarter": (
            closeup_titles.quarter(found),
            trend.title,
            lambda dark: charts.by_quarter(found, dark),
        ),
        "year": (
            closeup_titles.to_date(found),
            f"{trend.title}, added up from April",
            lambda dark: charts.to_date(found, dark),
        ),
        "season": (
            closeup_titles.season(found),
            f"{trend.title}, last twelve months",
            lambda dark: charts.season(found, dark),
        ),
        "r12": (
            trend_words.year_sentence(trend),
            "Rolling 12 months, this year and last",
            lambda dark: charts.rolling_year(trend, dark),
        ),
        "rate": (
            closeup_titles.rate(found),
            "Rolling 12 months over residents, each month",
            lambda dark: charts.rate_line(found, dark),
        ),
    }


def _draw_gaps(page: Page, series: Series) -> None:
    """Draw the days between the records of a series too sparse for months, with its words."""
    trend, found = series.found.trend, page.answers.daily(series.filters, page.scope)
    sentence, name = days.between_sentence(found, trend), f"between-{series.name}"
    st.markdown(plain(sentence))
    figure = keep(page, name, lambda: charts.between(found, page.dark))
    under = "Days since the record before, at the day of each; several on one day are one"
    show.chart(figure, f"{days.between_title(found, trend)}. {sentence}", name, days.between_title(found, trend), under)
    show.counted(page, trend.measure, name, table=lambda: closeup_tables.gaps(found))


def _pick(name: str) -> None:
    """Open the month clicked on."""
    points = st.session_state[name].selection.points
    if points:
        address.hold({"month": str(points[0]["x"])[:7]})
