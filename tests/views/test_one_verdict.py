"""One verdict: findings, sentences, titles, marks and the closing words of a page say the same of every series."""

import numpy as np
import pytest

from hcdata.common.filters import Filters
from hcdata.present import charts
from hcdata.present.charts.months import STANDS_OUT
from hcdata.present.text import findings, reading, series, split, trend_words, words
from hcdata.store import query
from hcdata.views.performance import performance_update
from hcdata.views.results import FigureMoved, PartMoved, SeriesStandsOut
from tests.handmade import build
from tests.measures.conftest import POPULATION
from tests.present.drawn import texts
from tests.views.conftest import monthly
from tests.views.test_signals import START

PLACES = ("fenland", "peterborough", "huntingdonshire")
STRANDS = ("race", "religion", "disability")
SAYS = "unlikely to be chance"


def draw(seed):
    """Months of nine series: steady, with a spike, a rise, a fall or a drift, some sparse, some uneven."""
    random = np.random.default_rng(seed)
    crimes = []
    for place in PLACES:
        for strand in STRANDS:
            mean = float(random.choice([0.4, 2, 7, 15]))
            shape = np.full(36, mean)
            kind = random.integers(6)
            if kind == 1:
                shape[random.integers(28, 36)] *= 4
            elif kind == 2:
                shape[-int(random.integers(3, 10)) :] *= random.choice([0.3, 1.8])
            elif kind == 3:
                shape *= np.linspace(0.6, 1.5, 36)
            elif kind == 4:
                shape[6:16] *= 2
            crimes += monthly(START, random.poisson(shape).tolist(), district=place, strands=[strand])
    return crimes


ASKED = [Filters("12m"), Filters("quarter"), Filters("12m", districts=("fenland",)), Filters("12m", strands=("race",))]


@pytest.fixture(scope="module", params=range(8))
def update(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("verdict")
    (folder / "population.csv").write_text(POPULATION, encoding="utf-8")
    built = build(folder / "store", crimes=draw(request.param))
    with query.open(built, population=folder / "population.csv") as store:
        yield performance_update(store, ASKED[request.param % len(ASKED)])


def every(update):
    return (update.total, *update.strands, *update.district_trends, *update.pair_trends)


def every_signal(update):
    return [one for top in update.signals for one in (top, *top.also)]


def test_a_series_that_stands_out_anywhere_is_a_finding_or_part_of_one(update):
    told = {one.about for one in every_signal(update) if isinstance(one, SeriesStandsOut)}
    for trend in every(update):
        loud = SAYS in trend_words.trend_sentence(trend)
        assert loud == trend.unlikely == ((trend.district, trend.strand) in told)
        title = trend_words.trend_title(trend)
        assert loud == any(word in title for word in (" than usual", "running", " in two of", "range in "))


def test_every_figure_and_part_that_moved_is_a_finding_or_part_of_one(update):
    told = {one.figure.measure for one in every_signal(update) if isinstance(one, FigureMoved)}
    shown = [*update.headlines, *(figure for action in update.plan.key_actions for figure in action.figures)]
    moved = {one.measure for one in shown if one.verdict.chance == SAYS and not one.missing}
    assert moved <= told
    parts = {one.name for one in every_signal(update) if isinstance(one, PartMoved)}
    for mix in (update.strand_mix, update.district_mix):
        loud = mix.rows.loc[mix.rows["chance"] == SAYS, "name"]
        assert set(loud) <= parts
        assert (f"{SAYS}: " in split.sentence(mix, update.about)) == bool(len(loud))


def test_the_closing_says_nothing_else_only_where_all_is_told_or_named(update):
    told = " ".join([findings.closing(update), *(one.text for one in findings.findings(update))])
    for one in every_signal(update):
        assert findings.name(one, update).lower() in told.lower()
    assert "Nothing" in findings.closing(update)


def test_a_panel_names_those_that_stand_out_and_no_others(update):
    for trends in (update.strands, update.district_trends, update.pair_trends):
        title = reading.panels_title(trends, "part") if trends else ""
        for trend in trends:
            assert (series.name(trend) in title) == trend.unlikely or "Too few months" in title


def test_what_a_chart_marks_its_sentence_speaks_of(update):
    for trend in every(update):
        sentence, marked = trend_words.month_sentence(trend), trend.months[trend.months["mark"] != 0]
        drawn = charts.trend(trend)
        assert (STANDS_OUT in texts(drawn)) == bool(len(marked))
        if marked.empty:
            assert "This is unlikely" not in sentence and "which is unlikely" not in sentence
            continue
        assert SAYS in sentence
        look = trend.headline.finds("month", "quarter")
        assert marked["month"].tolist() == trend.complete["month"].iloc[list(look.places)].tolist()
        if look.signal in ("Above UCL", "Below LCL"):
            last = trend.complete["month"].iloc[-1]
            assert all(f"{month:%b %Y}" in sentence or month == last for month in marked["month"])


def test_what_an_unsteady_range_holds_is_said(update):
    for trend in every(update):
        unsteady = bool(trend.headline and trend.headline.unsteady)
        assert ("not steady" in trend_words.trend_subtitle(trend)) == unsteady
        if trend.usual:
            assert ("not steady" in trend_words.month_sentence(trend)) == unsteady


def test_districts_outside_their_funnel_are_named_beside_the_findings(update):
    own = update.about.filters.districts
    named = words.districts_title(update.districts, own)
    assert (named in findings.closing(update)) == words.differ(update.districts, own)
    others = update.districts.rows.loc[~update.districts.rows["district"].isin(own), "name"] if own else ()
    assert not [name for name in others if name in findings.closing(update)]


def test_no_change_stands_without_a_verdict(update):
    shown = [*update.headlines, *(figure for action in update.plan.key_actions for figure in action.figures)]
    for figure in shown:
        if figure.prior_n is None or figure.missing:
            continue
        assert any(
            word in words.change(figure) for word in ("chance", "too few", "not judged", "about the same", "due")
        )
