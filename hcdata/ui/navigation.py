"""The menu: the agenda's order; one page a district and one a key action, from the same two scripts."""

from dataclasses import dataclass

import streamlit as st

from hcdata.common import config
from hcdata.common.store_folder import store_folder
from hcdata.plan.agendas import Kind
from hcdata.ui import load_gate
from hcdata.ui.markup import plain
from hcdata.views import answers

# Pixels: the longest district name on one line, and the rest for the figures.
MENU_WIDTH = 230
AGENDA = "pages/meetings/agenda.py"
SECTIONS = ("Force", "Meetings", "Districts", "Key actions", "Data")


@dataclass(frozen=True)
class Place:
    """One page: section and title in the menu, heading, address, script, and the district, key action or meeting."""

    section: str
    title: str
    heading: str
    path: str
    script: str
    district: str | None = None
    action: str | None = None
    meeting: Kind | None = None


def places() -> dict[str, Place]:
    """Return every page by its address, in the menu's order; the first has none."""
    served, facts = answers.at(store_folder()), config.load()
    names = served.districts if served else {district.id: district.name for district in facts.district}
    found = [
        _force("Performance Update", "performance_update", "Hate crime Performance Update", path=""),
        _force("Trends", "trends"),
        _force("Locations", "locations"),
        _force("Nominals", "nominals"),
        Place(
            "Meetings",
            "Steering group",
            "Hate crime strategic group: agenda",
            "meeting-strategic",
            AGENDA,
            meeting="strategic",
        ),
        Place(
            "Meetings",
            "Tactical meeting",
            "Hate crime tactical meeting: agenda",
            "meeting-tactical",
            AGENDA,
            meeting="tactical",
        ),
        Place("Meetings", "Delivery plan", "Delivery plan", "delivery-plan", "pages/meetings/delivery_plan.py"),
        *(
            Place("Districts", name, name, f"district-{one.replace('_', '-')}", "pages/districts/district.py", one)
            for one, name in names.items()
        ),
        *(_key_action(action) for action in facts.key_action),
        Place("Data", "Cases", "Cases", "cases", "pages/data/cases.py"),
        Place("Data", "Data quality", "Data quality", "quality", "pages/data/quality.py"),
        *([Place("Data", "Load", "Load exports", "load", "pages/data/load.py")] if load_gate.allowed() else []),
        Place("Data", "Definitions", "Definitions", "definitions", "pages/data/definitions.py"),
    ]
    return {place.path: place for place in found}


def find(name: str) -> st.Page:
    """Return the page of a name: trends, nominals, or a key action's id; where there is none, trends."""
    found = places()
    place = found.get(f"action-{name}", found.get(name, found["trends"]))
    return st.Page(place.script, title=plain(place.title), url_path=place.path, default=not place.path)


def menu(found: dict[str, Place]) -> dict[str, list[st.Page]]:
    """Return Streamlit's pages by section."""
    return {
        section: [
            st.Page(place.script, title=plain(place.title), url_path=place.path, default=not place.path)
            for place in found.values()
            if place.section == section
        ]
        for section in SECTIONS
    }


def _force(title: str, script: str, heading: str = "", *, path: str | None = None) -> Place:
    return Place("Force", title, heading or title, script if path is None else path, f"pages/force/{script}.py")


def _key_action(action: config.KeyAction) -> Place:
    short = action.aliases[0] if action.aliases else action.name
    return Place(
        "Key actions",
        f"{action.number} {short}",
        f"{action.number} {action.name}",
        f"action-{action.id}",
        "pages/actions/key_action.py",
        action=action.id,
    )
