"""The blocks of the agenda's Performance Update, as pages show them: sentences, then figures, then charts."""

from functools import partial

import streamlit as st

from hcdata.present import charts, findings, lists, tables, words
from hcdata.present import split as in_words
from hcdata.ui import show
from hcdata.ui.drawn import keep
from hcdata.ui.frame import Page
from hcdata.views.results import Comparison, KeyAction, PerformanceUpdate, Trend

PAGES = {
    "trends": "pages/force/trends.py",
    "locations": "pages/force/locations.py",
    "nominals": "pages/force/nominals.py",
}


def stands_out(page: Page, update: PerformanceUpdate) -> None:
    """Write last month's headline, then the findings, strongest first, then the headline figures."""
    st.header("What stands out", anchor="findings")
    with st.container(key="headline"):
        st.markdown(f"**{findings.headline(update)}**")
    found = keep(page, "findings", lambda: findings.findings(update))
    show.finding_list(page, found, lambda name: PAGES.get(name, PAGES["trends"]))
    closing = findings.closing(update)
    if closing:
        st.markdown(closing)
    show.tiles(page, update.headlines, "headlines")


def monthly(page: Page, trend: Trend, name: str, *, said: bool = False) -> None:
    """Draw one measure month by month beside its rolling year, after its sentence unless the page said it above."""
    sentence = keep(page, f"{name}-words", lambda: words.trend_sentence(trend))
    if not said:
        st.markdown(sentence)
    with st.container(key=f"pair-{name}"):
        title, subtitle = words.trend_title(trend), words.trend_subtitle(trend)
        show.chart(keep(page, name, lambda: charts.trend(trend, title, subtitle, page.dark)), sentence, name)
        title_year = "Rolling 12 months, this year and last"
        figure = keep(page, f"{name}-year", lambda: charts.rolling_year(trend, title_year, trend.title, page.dark))
        show.chart(figure, words.year_sentence(trend), f"{name}-year")
    show.counted(page, trend.measure, name, table=lambda: tables.months(trend))


def split(page: Page, update: PerformanceUpdate) -> None:
    """Draw the period's records by strand and by district, each beside the period before, in the order of config."""
    mixes = [mix for mix in (update.strand_mix, update.district_mix) if len(mix.rows) != 1]
    for mix in mixes:
        st.markdown(in_words.sentence(mix, update.about))
    with st.container(key="half-split"):
        for mix in mixes:
            name, title = f"split-{mix.dimension}", in_words.title(mix)
            rows = mix.rows if mix.missing is None else mix.rows.iloc[:0]
            draw = partial(charts.bars, rows, "name", "n", "prior_n", title, update.about.period_words, page.dark)
            show.chart(keep(page, name, draw), in_words.sentence(mix, update.about), name)
        for mix in mixes:
            table = partial(tables.mix, mix)
            show.counted(page, update.total.measure, f"split-{mix.dimension}", table=table)


def strands(page: Page, update: PerformanceUpdate) -> None:
    """Draw the strands as small multiples on one scale of time, each with its own sentence."""
    said = keep(page, "strand-words", lambda: [(one.subject, words.trend_sentence(one)) for one in update.strands])
    note = "One crime can have several strands: they add to more than the total."
    figure = keep(page, "strands", lambda: charts.small_multiples(update.strands, "By strand", note, page.dark))
    show.chart(figure, " ".join(sentence for _, sentence in said), "strands")
    with st.expander("Each strand in words"):
        st.markdown("\n".join(f"- **{subject}**: {sentence}" for subject, sentence in said))
    show.counted(page, "strand_mix", "strands", table=lambda: tables.parts(update.strands))


def side_by_side(page: Page, comparison: Comparison, name: str) -> None:
    """Draw districts as a funnel, never as a league table."""
    title, sentence = words.districts_title(comparison), words.districts_sentence(comparison)
    st.markdown(sentence if comparison.missing else f"{title}. {sentence}")
    figure = keep(page, name, lambda: charts.funnel(comparison, title, comparison.title, page.dark, width="full"))
    show.chart(figure, f"{title}. {sentence}", name)
    show.counted(page, comparison.measure, name, table=lambda: tables.districts(comparison))


def locations(page: Page, update: PerformanceUpdate, *, alone: bool = False) -> None:
    """Draw settings, repeat places by type and area, and the offline map; on a page alone with figure and table."""
    where, least, period = update.locations, page.desk.config.thresholds.repeat_place_crimes, update.about.period_words
    st.markdown(f"**Repeat places.** {words.places_sentence(where, least)}")
    st.markdown(f"**Map.** {words.squares_sentence(where)}")
    if alone:
        show.tiles(page, [where.repeat], "locations")
    with st.container(key="half-locations"):
        title, missing = words.settings_title(where), where.settings_missing
        frame = where.settings if missing is None else where.settings.iloc[:0]
        figure = keep(page, "settings", lambda: charts.bars(frame, "name", "n", "prior_n", title, period, page.dark))
        show.chart(figure, f"{title}. {missing or ''}", "settings")
        title_map = "Where, in squares of one kilometre"
        figure = keep(page, "squares", lambda: charts.squares(where, title_map, period, page.dark))
        show.chart(figure, words.squares_sentence(where), "squares")
        show.counted(page, update.total.measure, "settings", table=lambda: tables.settings(where))
        show.counted(page, "repeat_places", "places", title="Repeat places", table=lambda: tables.places(where))
    if alone:
        show.table(
            page, "places", lambda: tables.places(where), "Repeat places, by district and type; never an address"
        )


def nominals(page: Page, update: PerformanceUpdate, *, alone: bool = False) -> None:
    """Draw repeat victims and suspects over time, and the most frequent as pseudonyms; on a page alone with figures."""
    who, sentence = update.nominals, words.nominals_sentence(update.nominals)
    st.markdown(sentence)
    if alone:
        show.tiles(page, [who.victims, who.suspects], "nominals")
    with st.container(key="pair-nominals"):
        title = "Repeat victims and suspects by quarter"
        note = "People, each counted once a quarter"
        with st.container():
            figure = keep(page, "quarters", lambda: charts.quarters(who, title, note, page.dark))
            show.chart(figure, sentence, "quarters")
            show.counted(page, "repeat_victims", "victims", title="Victims", table=lambda: tables.quarters(who))
        with st.container():
            caption = "Most frequent suspects, by pseudonym: linked, not proven"
            show.table(page, "suspects", lambda: tables.suspects(who), caption)
            show.counted(page, "repeat_suspects", "suspects", title="Suspects")


def key_action(action: KeyAction, update: PerformanceUpdate) -> None:
    """Write one key action: its measures, its actions, and what is not yet measured."""
    lines = [words.figure_sentence(figure, update.about) for figure in action.figures]
    if not action.figures:
        lines.append("No measure of this key action exists yet.")
    lines.append(words.actions_sentence(action, update.plan))
    if action.unmeasured:
        lines.append(f"Not yet measured: {'; '.join(action.unmeasured)}.")
    st.markdown("\n".join(f"- {line}" for line in lines))


def plan(page: Page, update: PerformanceUpdate) -> None:
    """Write the six key actions."""
    st.markdown(words.plan_sentence(update.plan))
    for action in update.plan.key_actions:
        with st.expander(f"{action.number} {action.name}: {words.action_summary(action)}"):
            key_action(action, update)


def outcomes(page: Page) -> None:
    """Write how crimes ended: each basis in words, the mix, and the open caseload by age."""
    found, about = page.desk.outcomes(page.filters, page.scope), page.desk.about(page.filters, page.scope)
    st.header("Outcomes", anchor="outcomes")
    st.markdown(
        f"Positive outcome means the {found.positive_words}. The four bases answer different questions;"
        " each says what it divides by."
    )
    st.markdown("\n".join(f"- {words.figure_sentence(figure, about)}" for figure in found.figures))
    if found.missing:
        st.markdown(found.missing)
        return
    with st.container(key="pair-outcomes"):
        show.table(page, "outcomes", lambda: lists.outcomes(found), f"Outcomes, {about.period_words}")
        ages = found.ages.rename(columns={"age_band": "Days open", "n": "Crimes"})
        show.table(page, "ages", lambda: ages, f"Open caseload: {found.open_cases.n:,}, by days since recording")
    show.counted(page, "outcomes_assigned", "outcomes")
