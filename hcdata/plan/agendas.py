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
    "satisfaction",
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


# What each part puts into its item.
FILLS: dict[Part, str] = {
    "attendance": "who is asked to come; who came: no record is loaded",
    "aim": "aim and purpose",
    "tactical": "terms of reference and partners' updates to be told; when the tactical meeting was and will be held",
    "since": "actions raised and discharged since the last meeting; figures as known then and now",
    "performance": "what stands out; the strategic group also locations and nominals, as numbers",
    "plan": "how the delivery plan stands, by key action",
    "key_actions": "each key action in a line, with the way to its page",
    "partnership": "partnership activity: no record is loaded",
    "satisfaction": "how many of the victims who answered are satisfied",
    "good_news": "positive outcomes given since the last meeting, with the way to the cases",
    "events": "dated events since the last meeting and to come",
    "summary": "actions brought forward and overdue",
    "districts": "each district's month in one comparable row",
    "updates": "the request for updates, ready to send",
    "third_party": "reports that came through third-party centres",
    "funding": "funding: no record is loaded",
    "partners": "engagement and key contacts: no record is loaded",
    "next": "the meeting after this one",
}
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
        Item(
            6,
            "Public confidence and satisfaction, good news, positive outcomes",
            ("satisfaction", "good_news", "events"),
        ),
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
