"""What a series is of, in words that fit into a sentence."""

from hcdata.present.text import numbers, period_words
from hcdata.views.results import Subject, Trend

FORCE = "Force"


def noun(trend: Trend, n: float = 2) -> str:
    """Return what a trend counts, with its subject: 'race hate crimes in Peterborough', or 'hate crime' for one."""
    thing = trend.things[0 if n == 1 else 1]
    strand, area = split(trend)
    named = f"{strand} {thing}" if strand else thing
    return f"{named}{f' in {area}' if area else ''}"


def subject(trend: Trend) -> str:
    """Return what a chart's title starts with: the strand and district, or the measure for the whole force."""
    if trend.subject == Subject():
        return trend.title
    text = noun(trend)
    return text[0].upper() + text[1:]


def split(trend: Trend) -> tuple[str, str]:
    """Return the strands and the districts a trend is of, each blank where it is of all."""
    of = trend.subject
    return numbers.listed([lower(name) for name in of.strands], "or"), numbers.listed(list(of.districts))


def name(trend: Trend) -> str:
    """Name a series among its like: 'Race', 'Fenland', 'Race in Fenland', or what is asked for: 'Force'."""
    strands, districts = ", ".join(trend.subject.strands), ", ".join(trend.subject.districts)
    if not trend.strand:
        return districts or FORCE
    return f"{strands} in {districts}" if trend.district else strands


def measure(trend: Trend) -> str:
    """Name a series among those of other measures."""
    return trend.title


def baseline(trend: Trend) -> str:
    """Say which months set a trend's range: 'Nov 2023 to Oct 2025'."""
    return period_words.say(trend.baseline) if trend.baseline else ""


def lower(name: str) -> str:
    """Return a name as it stands within a sentence: 'race', but 'LGBT'."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
