"""The frame round every page: who asks, which store, what is asked, and the line that says so."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from hcdata.common import config
from hcdata.common.access import LOCAL, Scope
from hcdata.common.errors import HcdataError, ProgramError, say_refusal
from hcdata.common.filters import Filters
from hcdata.common.store_folder import store_folder
from hcdata.present.text import about_words, numbers
from hcdata.present.text.absences import page_words
from hcdata.ui import filterbar, paper, workbook_button
from hcdata.ui.markup import plain
from hcdata.ui.navigation import Place
from hcdata.views import answers
from hcdata.views.answers import Answers
from hcdata.views.results import About

STYLE = Path(__file__).with_name("page.css")
_HERE = "hcdata_page"


@dataclass(frozen=True)
class Page:
    """What a page may use: the answers, the filters and scope, its place in the menu, and the theme it is drawn in."""

    answers: Answers
    filters: Filters
    scope: Scope
    place: Place
    dark: bool


def reader() -> Scope:
    """Return who asks. Until sign-in exists everybody at this machine is the analyst, without names."""
    return LOCAL


@contextmanager
def say_faults() -> Iterator[None]:
    """Say a fault a person can mend in the page's place; of any other only where it arose."""
    try:
        yield
    except HcdataError as fault:
        st.error(plain(fault))
    except OSError as fault:
        st.error(plain(say_refusal(fault)))
    except ProgramError:  # said already, by the page within the frame
        raise
    except Exception as fault:  # its text would go to the server's log, and may hold a value of a record
        raise ProgramError(fault) from None


@contextmanager
def admit(place: Place) -> Iterator[None]:
    """Let the frame's page run and put the marking at its foot: called by app.py and nobody else."""
    st.session_state[_HERE] = place
    try:
        with say_faults():
            yield
            force = config.load().force
            st.markdown(
                f"**{plain(force.marking)}** · {plain(force.handling)}"
                if force.handling
                else f"**{plain(force.marking)}**"
            )
    finally:
        del st.session_state[_HERE]


def begin_page(*, bar: bool = True, stored: bool = True) -> Page:
    """Open a page: stop it where the frame did not admit it, draw its title, the line of facts and the filter bar.

    A page that needs nothing `stored` goes on where nothing has been loaded, with answers of nothing.
    """
    place: Place | None = st.session_state.get(_HERE)
    if place is None:
        st.stop()
    st.html(STYLE)
    paper.prepare(config.load().force, dark=st.context.theme.type == "dark")
    head = st.container(key="head")
    served = answers.at(store_folder())
    if served is None:
        head.title(plain(place.heading), anchor=False)
        if not stored:
            head.info("Nothing has been loaded yet: the first files loaded begin the store.")
            return Page(Answers(store_folder(), "", 0), Filters(), reader(), place, st.context.theme.type == "dark")
        head.info(
            "Nothing has been loaded yet. Drop exports into a folder and run `python -m hcdata load FOLDER`,"
            " or `make run` for the demonstration data; then reload this page."
        )
        st.stop()
    filters, ignored = filterbar.draw(served, district=place.district) if bar else (Filters(period="12m"), [])
    if place.district:
        filters = replace(filters, districts=(place.district,))
    about = served.about(filters, reader())
    page = Page(served, filters, reader(), place, st.context.theme.type == "dark")
    with head:
        _say_facts(page, about, bar=bar)
    if ignored:
        st.warning(
            f"This address asks for something that is not here and was passed over: {plain(', '.join(ignored))}."
        )
    return page


def _link(page: Page) -> str:
    where = st.context.url or ""
    home = where if page.place.path or where.endswith("/") else f"{where}/"
    return f"{home}?{urlencode(st.query_params.to_dict(), safe=',')}"


def _say_facts(page: Page, about: About, *, bar: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="title-row"):
        st.title(plain(page.place.heading), anchor=False, width="content")
        if bar:
            with st.container(horizontal=True, width="content", key="actions"):
                with st.popover("Link", icon=":material/link:"):
                    st.markdown("The address bar always holds the choices on this page. To copy it:")
                    st.code(_link(page), language=None, wrap_lines=True)
                workbook_button.draw(page.answers, page.filters, page.scope, about)
    facts = [
        f"**{plain(about.marking)}**",
        plain(f"{about_words.districts(about.districts)}, {about_words.strands(about.strands)}"),
        plain(about_words.period(about)),
        f"data to {numbers.day(about.data_to)}" if about.data_to else "no data",
        f"load {about.as_at}",
        "complete months only" if about.filters.period != "custom" else "days as asked",
    ]
    if about.synthetic:
        facts.insert(1, "**synthetic demonstration data**")
    if about_words.known(about):
        facts.append(f"**{plain(about_words.known(about))}**")
    if about.absences:
        facts.append(f"**{plain(page_words(about.absences))}**")
    st.markdown(" · ".join(facts))
