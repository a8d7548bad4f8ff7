"""How much is recorded, as pages show it: by month, by part, by district."""

from functools import partial

import streamlit as st

from hcdata.present import charts
from hcdata.present.tables import tables
from hcdata.present.text import about_words, reading, series, trend_words, words
from hcdata.present.text import split as in_words
from hcdata.ui import show
from hcdata.ui.figure_cache import keep
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.parts import Mix
from hcdata.views.results import About, Comparison, PerformanceUpdate, Trend

SIDES = {"rate": "Rate per 1,000 residents", "count": "Numbers"}


def monthly(page: Page, trend: Trend, name: str, *, said: bool = False) -> None:
    """Draw one measure month by month beside its rolling year, after its sentence unless the page said it above."""
    sentence = keep(page, f"{name}-words", lambda: trend_words.trend_sentence(trend))
    if not said:
        st.markdown(plain(sentence))
    with st.container(key=f"pair-{name}"):
        figure = keep(page, name, lambda: charts.trend(trend, page.dark))
        show.chart(figure, sentence, name, trend_words.trend_title(trend), trend_words.trend_subtitle(trend))
        figure = keep(page, f"{name}-year", lambda: charts.rolling_year(trend, page.dark))
        title = trend_words.year_title(trend)
        show.chart(figure, trend_words.year_sentence(trend), f"{name}-year", title, trend.title)
    show.counted(page, trend.measure, name, table=lambda: tables.months(trend))


def split(page: Page, update: PerformanceUpdate) -> None:
    """Draw the period's records by strand and by district, each beside the period before, in the order of config."""
    mixes = [mix for mix in (update.strand_mix, update.district_mix) if len(mix.rows) != 1]
    for mix in mixes:
        st.markdown(plain(in_words.sentence(mix, update.about)))
    with st.container(key="half-split"):
        for mix in mixes:
            with st.container():
                bars(page, mix, update.about)
                table = partial(tables.mix, mix)
                show.counted(page, update.total.measure, f"split-{mix.dimension}", table=table)


def bars(page: Page, mix: Mix, about: About) -> None:
    """Draw the parts of the period's records, each beside the period before."""
    name, title = f"split-{mix.dimension}", in_words.title(mix)
    rows = in_words.parts(mix) if mix.missing is None else mix.rows.iloc[:0]
    figure = keep(page, name, lambda: charts.bars(rows, "name", "n", "prior_n", page.dark))
    show.chart(figure, in_words.sentence(mix, about), name, title, about_words.period(about))


def strands(page: Page, update: PerformanceUpdate) -> None:
    """Draw the strands as small multiples on one scale of time, each with its own sentence."""
    thing = "incident" if update.total.measure == "non_crime_incidents" else "crime"
    note = f"One {thing} can have several strands: they add to more than the total."
    panels(page, update.strands, "strands", "strand", note, "strand_mix")


def panels(
    page: Page, trends: tuple[Trend, ...], name: str, part: str, note: str, measure: str, *, titled: bool = False
) -> None:
    """Draw several series as small multiples on one scale of time, each with its own sentence; those of none in one.

    Over each stands its subject, or its measure's title where it is `titled`.
    """
    head = series.measure if titled else series.name
    said = keep(page, f"{name}-words", lambda: {head(one): trend_words.trend_sentence(one) for one in trends})
    shown, empty = reading.fold_empty(trends, head)
    figure = keep(page, name, lambda: charts.small_multiples(shown, page.dark, name=head))
    title = reading.panels_title(shown, part, head)
    under = " ".join(filter(None, (note, empty, reading.alarms_sentence(shown))))
    told = [said[head(one)] for one in shown]
    show.chart(figure, " ".join([f"{title}.", *told]), name, title, under)
    with st.expander(f"Each {plain(part)} in words"):
        st.markdown("\n".join(f"- **{plain(head(one))}**: {plain(said[head(one)])}" for one in shown))
    show.counted(page, measure, name, table=lambda: tables.parts(trends, head))


def side_by_side(page: Page, comparison: Comparison, name: str) -> None:
    """Draw districts as a funnel, never as a league table."""
    title, sentence = words.districts_title(comparison), words.districts_sentence(comparison)
    st.markdown(plain(sentence))
    if comparison.missing is None:
        figure = keep(page, name, lambda: charts.funnel(comparison, page.dark))
        show.chart(figure, f"{title}. {sentence}", name, title, words.districts_subtitle(comparison))
    show.counted(page, comparison.measure, name, table=lambda: tables.districts(comparison))


def districts(page: Page, update: PerformanceUpdate) -> None:
    """Draw each district over time, then side by side: as a rate in a funnel, or as numbers."""
    note = "Each district on its own scale: shapes compare, heights do not."
    panels(page, update.district_trends, "district-panels", "district", note, update.total.measure)
    shown = st.segmented_control("Compare by", list(SIDES), format_func=SIDES.__getitem__, default="rate", key="sides")
    if shown == "count":
        st.markdown(plain(in_words.sentence(update.district_mix, update.about)))
        bars(page, update.district_mix, update.about)
        show.counted(page, update.total.measure, "split-district", table=lambda: tables.mix(update.district_mix))
    else:
        side_by_side(page, update.districts, "districts")


def pairs(page: Page, update: PerformanceUpdate) -> None:
    """Draw each strand in each district that has enough of it; nothing where only one of either is asked for."""
    found = update.pair_trends
    if not found or min(len(update.strands), len(update.district_trends)) < 2:
        return
    least = page.answers.config.thresholds.xmr_mean
    st.header("By strand in each district", anchor="pairs")
    note = f"Those with {least:g} or more a month. Any other can be opened in the list at the top."
    panels(page, found, "strand-in-district", "strand in a district", note, update.total.measure)
