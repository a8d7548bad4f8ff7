"""What a page or sheet says of itself, in words: period, what it is compared with, districts, strands, when known."""

from collections.abc import Iterable
from datetime import date

from hcdata.present.text import numbers, period_words
from hcdata.views.asked import About


def period(about: About) -> str:
    """Say the period counted: '12 months to Oct 2026'."""
    return period_words.say(about.period, about.named)


def during(about: About) -> str:
    """Say when, within a sentence: 'in the 12 months to Oct 2026'."""
    return period_words.during(about.period, about.named)


def prior(about: About) -> str:
    """Say the period compared with: 'the period before (Nov 2024 to Oct 2025)'."""
    if about.prior is None:
        return "no earlier period to compare with"
    words = period_words.say(about.prior)
    return f"the same time a year before ({words})" if about.by_year else f"the period before ({words})"


def districts(names: Iterable[str]) -> str:
    """Name the districts asked for: 'Fenland, Peterborough', or 'Force' for all."""
    return ", ".join(names) or "Force"


def strands(names: Iterable[str]) -> str:
    """Name the strands asked for, or say that all are meant."""
    return ", ".join(names) or "all strands"


def known(about: About) -> str:
    """Say what is shown, with the meeting held then: 'as known on 3 Mar 2026 (load 41, data to 28 Feb 2026)'."""
    if about.known is None:
        return ""
    asked, point = about.known.asked, about.known.point
    data_to = numbers.day(point.as_of.date())
    if not isinstance(asked, date):
        return f"as known at load {point.load} (data to {data_to})"
    meeting = about.known.meeting
    when = f"at the {meeting} meeting of {numbers.day(asked)}" if meeting else f"on {numbers.day(asked)}"
    return f"as known {when} (load {point.load}, data to {data_to})"
