"""The agendas of the plan's two meetings, item by item, and who is asked to come."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["strategic", "tactical"]
# What an item is filled in with.
Part = Literal[
    "attendance",
    "aim",
    "tactical",
    "since",
    "performance",
    "plan",
    "key_actions",
    "partnership",
    "good_news",
    "events",
    "summary",
    "districts",
    "updates",
    "third_party",
    "funding",
    "partners",
    "next",
]


@dataclass(frozen=True)
class Item:
    """One item of an agenda: its number, title, and what it is filled in with."""

    number: int
    title: str
    parts: tuple[Part, ...] = ()


# Plan, Appendix A (strategic group) and Appendix B (tactical meeting).
AGENDAS: dict[Kind, tuple[Item, ...]] = {
    "strategic": (
        Item(1, "Introductions and apologies", ("attendance", "tactical")),
        Item(2, "Performance Update", ("since", "performance")),
        Item(3, "Delivery plan", ("plan", "key_actions", "partnership")),
        Item(4, "Communications", ("good_news", "events")),
        Item(5, "Any other business"),
        Item(6, "Date of next meeting", ("next",)),
    ),
    "tactical": (
        Item(1, "Introductions and apologies", ("attendance", "aim")),
        Item(2, "Summary of last meeting", ("since", "summary")),
        Item(3, "The six key actions", ("performance", "key_actions")),
        Item(4, "District updates: investigation quality and crime scrutiny", ("districts",)),
        Item(5, "Delivery plan updates", ("plan", "updates")),
        Item(6, "Public confidence and satisfaction, good news, positive outcomes", ("good_news", "events")),
        Item(7, "Third-party reporting", ("third_party",)),
        Item(8, "Funding opportunities", ("funding",)),
        Item(9, "Partnerships: engagement and key contacts", ("partners",)),
        Item(10, "Any other business"),
        Item(11, "Date of next meeting", ("next",)),
    ),
}
# Plan 1.3 (strategic) and 1.7 (tactical).
INVITED: dict[Kind, tuple[str, ...]] = {
    "strategic": (
        "tactical lead",
        "hate crime co-ordinator",
        "force crime managers",
        "community, prevention and partnership leads of each area",
        "engagement tactical lead",
        "partner agency leads",
        "Victims Hub manager",
        "Corporate Communications",
    ),
    "tactical": (
        "the SPOCs of each district",
        "Victim and Witness Hub representative",
        "partner agency representatives",
    ),
}
