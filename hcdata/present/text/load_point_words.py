"""The moments a reader can choose to see a store at, in words."""

from hcdata.present.text import numbers
from hcdata.views.load_points import AsAsked, AtLoad, AtMeeting, Choice


def say(choice: Choice) -> str:
    """Say one moment: 'Now', '3 Sep 2026, tactical meeting', '31 Aug 2026, load 4 of 15 Sep 2026'."""
    match choice:
        case AtMeeting(on, kind):
            return f"{numbers.day(on)}, {kind} meeting"
        case AtLoad(point):
            data_to = point.as_of.date()
            late = f" of {numbers.day(point.known_on)}" if point.known_on > data_to else ""
            return f"{numbers.day(data_to)}, load {point.load}{late}"
        case AsAsked(on, point):
            return f"{numbers.day(on) if on else 'Newest'}, load {point.load}"
    return "Now"
