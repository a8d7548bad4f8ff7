"""A meeting's agenda, item by item, on a page and one item a screen."""

from collections.abc import Callable

import streamlit as st

from hcdata.plan.agendas import Item, Part
from hcdata.present.tables import agenda_tables, plan_tables
from hcdata.present.text import agenda_words, findings, numbers, plan_words, repeat_words, words
from hcdata.ui import navigation, show
from hcdata.ui.frame import Page
from hcdata.ui.markup import plain
from hcdata.views.agenda import GOOD_NEWS, SATISFACTION, THIRD_PARTY, Agenda

# The address of the item shown alone.
ITEM = "item"


def draw(page: Page, found: Agenda) -> None:
    """Write the agenda whole, or the one item its address asks for, large, with keys to go on and back."""
    asked = st.query_params.get(ITEM, "")
    shown = next((one for one in found.items if str(one.number) == asked), None)
    if shown:
        _alone(page, found, shown)
        return
    st.markdown(plain(agenda_words.heading(found)))
    st.button("Present, one item a screen", icon=":material/slideshow:", on_click=_go, args=(1,))
    for item in found.items:
        st.header(plain(f"{item.number} {item.title}"), anchor=f"item-{item.number}")
        _fill(page, found, item)


def _alone(page: Page, found: Agenda, item: Item) -> None:
    place, last = found.items.index(item), len(found.items) - 1
    with st.container(horizontal=True, key="presenting"):
        back, on = found.items[max(0, place - 1)].number, found.items[min(last, place + 1)].number
        st.button("Back", shortcut="Left", on_click=_go, args=(back,), disabled=not place)
        st.button("On", shortcut="Right", on_click=_go, args=(on,), disabled=place == last)
        st.button("Whole agenda", shortcut="Escape", on_click=_go, args=(None,))
    with st.container(key="presented"):
        st.header(plain(f"{item.number} {item.title}"), anchor=False)
        _fill(page, found, item)


def _go(number: int | None) -> None:
    if number is None:
        st.query_params.pop(ITEM, None)
    else:
        st.query_params[ITEM] = str(number)


def _fill(page: Page, found: Agenda, item: Item) -> None:
    for part in item.parts:
        FILLED[part](page, found)


def _say(*lines: str) -> None:
    st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _attendance(page: Page, found: Agenda) -> None:
    _say(agenda_words.attendance(found))


def _tactical(page: Page, found: Agenda) -> None:
    tactical = page.answers.agenda(page.filters, page.scope, "tactical")
    _say(agenda_words.TERMS, f"Update from the tactical meeting. {agenda_words.heading(tactical)}")


def _aim(page: Page, found: Agenda) -> None:
    _say(agenda_words.AIM)


def _since(page: Page, found: Agenda) -> None:
    """Write what has changed since the last meeting: actions, and the headline figures then and now."""
    _say(agenda_words.since(found, page.answers.plan(page.filters, page.scope)))
    then = page.answers.known_then(page.filters, page.scope, found.last) if found.last else None
    if then is not None:
        now = page.answers.performance(page.filters, page.scope)
        st.markdown(plain(agenda_words.figures_known(found, then)))
        _say(*agenda_words.moved(then, now))


def _performance(page: Page, found: Agenda) -> None:
    update = page.answers.performance(page.filters, page.scope)
    st.markdown(f"**{plain(findings.headline(update))}**")
    _say(*(one.text for one in findings.findings(update)), *filter(None, [findings.closing(update)]))
    if found.kind == "strategic":
        least = page.answers.config.thresholds.repeat_place_crimes
        places = repeat_words.places_sentence(update.locations, least)
        _say(f"Locations. {places}", f"Nominals. {words.nominals_sentence(update.nominals)}")


def _plan(page: Page, found: Agenda) -> None:
    plan = page.answers.plan(page.filters, page.scope)
    st.markdown(plain(plan_words.plan_sentence(plan)))
    show.table(page, "plan-actions", lambda: plan_tables.key_actions(plan))


def _key_actions(page: Page, found: Agenda) -> None:
    plan = page.answers.plan(page.filters, page.scope)
    for action in plan.key_actions:
        line = f"{action.number} {action.name}: {plan_words.action_summary(action)}"
        where = navigation.find(action.id)
        st.page_link(where, label=plain(line), icon=":material/arrow_forward:", icon_position="right")


def _partnership(page: Page, found: Agenda) -> None:
    _say(agenda_words.PARTNERSHIP)


def _satisfaction(page: Page, found: Agenda) -> None:
    figure = page.answers.figure(page.filters, page.scope, SATISFACTION)
    _say(agenda_words.satisfaction(figure, page.answers.about(page.filters, page.scope)))


def _good_news(page: Page, found: Agenda) -> None:
    if found.since is None:
        _say("No meeting of this kind was held before the data end, so nothing is counted since.")
        return
    figure = page.answers.figure(found.since, page.scope, GOOD_NEWS)
    _say(agenda_words.good_news(figure, found))
    if figure.n:
        label = numbers.counted(figure.n, "case", "cases")
        show.case_link(page, {"measure": GOOD_NEWS, "state": "all"}, label, found.since)


def _events(page: Page, found: Agenda) -> None:
    _say(*agenda_words.events(found))


def _summary(page: Page, found: Agenda) -> None:
    """Write the actions brought forward; that no plan is loaded stands above, where those raised since are told."""
    plan = page.answers.plan(page.filters, page.scope)
    if not plan.missing:
        st.markdown(plain(agenda_words.forward(found)))
        with st.container(key="wide-overdue"):
            show.table(page, "plan-overdue", lambda: plan_tables.overdue(plan), "Overdue")


def _districts(page: Page, found: Agenda) -> None:
    rows = page.answers.district_rows(page.filters, page.scope)
    titles = dict(page.answers.definitions()[["id", "short"]].itertuples(index=False))
    month = numbers.month(page.answers.about(page.filters, page.scope).data_to)
    with st.container(key="wide-districts"):
        show.table(page, "agenda-districts", lambda: agenda_tables.districts(rows, titles, month))
    st.markdown(
        "Duties: evidenced of those that fell due in the month, or of the crimes that are open."
        " To put right: open crimes of whatever month."
    )


def _updates(page: Page, found: Agenda) -> None:
    plan = page.answers.plan(page.filters, page.scope)
    if text := plan_words.request(plan):
        st.code(text, language=None, wrap_lines=True)


def _third_party(page: Page, found: Agenda) -> None:
    figure = page.answers.figure(page.filters, page.scope, THIRD_PARTY)
    _say(agenda_words.third_party(figure, page.answers.about(page.filters, page.scope)))


def _funding(page: Page, found: Agenda) -> None:
    _say(agenda_words.FUNDING)


def _partners(page: Page, found: Agenda) -> None:
    _say(agenda_words.PARTNERS)


def _next(page: Page, found: Agenda) -> None:
    _say(agenda_words.next_meeting(found))


FILLED: dict[Part, Callable[[Page, Agenda], None]] = {
    "attendance": _attendance,
    "aim": _aim,
    "tactical": _tactical,
    "since": _since,
    "performance": _performance,
    "plan": _plan,
    "key_actions": _key_actions,
    "partnership": _partnership,
    "satisfaction": _satisfaction,
    "good_news": _good_news,
    "events": _events,
    "summary": _summary,
    "districts": _districts,
    "updates": _updates,
    "third_party": _third_party,
    "funding": _funding,
    "partners": _partners,
    "next": _next,
}
