"""The blocks of the agenda's Performance Update, as pages show them: sentences, then figures, then charts."""

import streamlit as st

from hcdata.present import charts
from hcdata.present.tables import lists, tables
from hcdata.present.text import about_words, findings, missing_words, plan_words, repeat_words, words
from hcdata.ui import navigation, show
from hcdata.ui.figure_cache import keep
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.results import KeyAction, PerformanceUpdate


def stands_out(page: Page, update: PerformanceUpdate) -> None:
    """Write last month's headline, then the findings, strongest first, then the headline figures."""
    st.header("What stands out", anchor="findings")
    with st.container(key="headline"):
        st.markdown(f"**{plain(findings.headline(update))}**")
    found = keep(page, "findings", lambda: findings.findings(update))
    show.finding_list(page, found, navigation.find)
    closing = findings.closing(update)
    if closing:
        st.markdown(plain(closing))
    show.tiles(page, update.headlines, "headlines")


def locations(page: Page, update: PerformanceUpdate, *, alone: bool = False) -> None:
    """Draw settings, repeat places by type and area, and the offline map; on a page alone with figure and table."""
    where, period = update.locations, about_words.period(update.about)
    least = page.answers.config.thresholds.repeat_place_crimes
    st.markdown(f"**Repeat places.** {plain(repeat_words.places_sentence(where, least))}")
    st.markdown(f"**Map.** {plain(words.squares_sentence(where))}")
    if alone:
        show.tiles(page, [where.repeat], "locations")
    with st.container(key="half-locations"):
        with st.container():
            title, missing = words.settings_title(where), missing_words.say(where.settings_missing)
            frame = where.settings if where.settings_missing is None else where.settings.iloc[:0]
            figure = keep(page, "settings", lambda: charts.bars(frame, "name", "n", "prior_n", page.dark))
            show.chart(figure, f"{title}. {missing}", "settings", title, period)
            show.counted(page, update.total.measure, "settings", table=lambda: tables.settings(where))
        with st.container():
            title_map = "Where, in squares of one kilometre"
            figure = keep(page, "squares", lambda: charts.squares(where, page.dark))
            show.chart(figure, words.squares_sentence(where), "squares", title_map, period)
            show.counted(page, "repeat_places", "places", title="Repeat places", table=lambda: tables.places(where))
    if alone:
        show.table(
            page, "places", lambda: tables.places(where), "Repeat places, by district and type; never an address"
        )


def nominals(page: Page, update: PerformanceUpdate, *, alone: bool = False) -> None:
    """Draw repeat victims and suspects over time, and the most frequent as pseudonyms; on a page alone with figures."""
    who, sentence = update.nominals, words.nominals_sentence(update.nominals)
    st.markdown(plain(sentence))
    if alone:
        show.tiles(page, [who.victims, who.suspects], "nominals")
    with st.container(key="pair-nominals"):
        title = "Repeat victims and suspects by quarter"
        note = "People, each counted once a quarter"
        with st.container():
            figure = keep(page, "quarters", lambda: charts.quarters(who, page.dark))
            show.chart(figure, sentence, "quarters", title, note)
            show.counted(page, "repeat_victims", "victims", title="Victims", table=lambda: tables.quarters(who))
        with st.container():
            caption = "Repeat suspects by crimes, with the earlier ones that make them repeats: linked, not proven"
            show.table(page, "suspects", lambda: tables.suspects(who), caption)
            show.counted(page, "repeat_suspects", "suspects", title="Suspects")


def key_action(action: KeyAction, update: PerformanceUpdate, *, tiled: bool = False) -> None:
    """Write one key action: measures, actions, what is not yet measured; `tiled`: the page shows the figures itself."""
    sentences = [words.figure_sentence(figure, update.about) for figure in action.figures]
    lines = [] if tiled else list(sentences)
    if not action.figures:
        lines.append("No measure of this key action exists yet.")
    lines.append(plan_words.actions_sentence(action, update.plan))
    if action.unmeasured:
        lines.append(f"Not yet measured: {'; '.join(action.unmeasured)}.")
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))
    if tiled and sentences:
        with st.expander("Each measure in a sentence, to read out"):
            st.markdown("\n".join(f"- {plain(sentence)}" for sentence in sentences))


def plan(page: Page, update: PerformanceUpdate) -> None:
    """Write the six key actions."""
    st.markdown(plain(plan_words.plan_sentence(update.plan)))
    for action in update.plan.key_actions:
        with st.expander(f"{plain(action.number)} {plain(action.name)}: {plain(plan_words.action_summary(action))}"):
            key_action(action, update)


def outcomes(page: Page) -> None:
    """Write how crimes ended: each basis in words, the mix, and the open caseload by age."""
    found, about = page.answers.outcomes(page.filters, page.scope), page.answers.about(page.filters, page.scope)
    st.header("Outcomes", anchor="outcomes")
    st.markdown(
        f"Positive outcome means the {plain(found.positive_words)}. The four bases answer different questions;"
        " each says what it divides by."
    )
    st.markdown("\n".join(f"- {plain(words.figure_sentence(figure, about))}" for figure in found.figures))
    if found.missing:
        st.markdown(plain(missing_words.say(found.missing)))
        return
    with st.container(key="pair-outcomes"):
        show.table(page, "outcomes", lambda: lists.outcomes(found), f"Outcomes, {about_words.period(about)}")
        ages = found.ages.rename(columns={"age_band": "Days open", "n": "Crimes"})
        beside = f"; {words.apart(found.open_cases)}" if found.open_cases.not_recorded else ""
        caption = f"Open caseload: {found.open_cases.n:,}, by days since recording{beside}"
        show.table(page, "ages", lambda: ages, caption)
    show.counted(page, "outcomes_assigned", "outcomes")
