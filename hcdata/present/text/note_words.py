"""What must be said with a figure, in words: a clause for each kind of note."""

from hcdata.present.text import numbers, period_words
from hcdata.present.text.absences import without
from hcdata.schema.feeds import FEEDS
from hcdata.views.notes import (
    LACKING,
    BeforeWithout,
    Begins,
    ByYears,
    CountedBy,
    FeedEnds,
    LookedBackWithout,
    LooksBack,
    Note,
    Rebased,
    StillCounted,
    StillOpen,
    Without,
)
from hcdata.views.results import Figure


def behind(figure: Figure) -> str:
    """Write in brackets, to stand behind its sentence, what must be said of a figure; nothing where it has no note."""
    said = within(figure)
    return f" ({said[0].upper()}{said[1:]}.)" if said else ""


def within(figure: Figure) -> str:
    """Write what must be said of a figure as it stands within a sentence: 'core set: outcomes 1, 2'."""
    return "; ".join(map(say, figure.notes))


def lacks(figure: Figure) -> bool:
    """Say whether something a figure needs is not loaded: that is said in one breath with it."""
    return any(isinstance(one, LACKING) for one in figure.notes)


def say(note: Note) -> str:
    """Say one note, and where it is why a figure stands alone, that it does."""
    said = _say(note)
    alone = note.apart and not isinstance(note, BeforeWithout)
    return f"{said}, so it is not set against an earlier period" if alone else said


def _say(note: Note) -> str:
    match note:
        case Without(absences):
            return without(absences)
        case LookedBackWithout(absences):
            return f"at least so many: the year looked back on is {without(absences)}"
        case BeforeWithout(period, absences, looked_back):
            which = "of which the year looked back on" if looked_back else "which"
            return f"not set against {period_words.say(period)}, {which} is {without(absences)}"
        case StillOpen():
            return "crimes of the last months are still open"
        case FeedEnds(feed, last):
            return f"counted to {numbers.day(last)}, where the {FEEDS[feed].title} ends"
        case Begins(month):
            return f"counted from {numbers.month(month)}, the first month loaded"
        case LooksBack(month):
            return f"at least so many: repeats look back a year and nothing before {numbers.month(month)} is loaded"
        case Rebased(month):
            return f"limits start anew in {numbers.month(month)}"
        case StillCounted(n):
            return f"of which {n:,} {'is' if n == 1 else 'are'} missing from the last full extract"
        case CountedBy(name):
            return name
        case ByYears(months, expected, n, incidents):
            things, side = "incidents" if incidents else "crimes", "more" if n > expected else "fewer"
            usual = f"by all {months} months before, {expected:,.0f} {things} would be usual"
            return f"{usual}: {n:,} is {side}, and that is unlikely to be chance"
    raise TypeError(f"no words for {type(note).__name__}")
