"""What a series is of, in words that fit into a sentence."""

from hcdata.present.text import numbers
from hcdata.views.results import Trend

FORCE = "Force"


def noun(trend: Trend, n: float = 2) -> str:
    """Return what a trend counts, with its subject: 'race hate crimes in Peterborough', or 'hate crime' for one."""
    thing = trend.things[0 if n == 1 else 1]
    strand, area = split(trend)
    named = f"{strand} {thing}" if strand else thing
    return f"{named}{f' in {area}' if area else ''}"


def subject(trend: Trend) -> str:
    """Return what a chart's title starts with: the strand and district, or the measure for the whole force."""
    if trend.subject == FORCE and not trend.only:
        return trend.title
    text = noun(trend)
    return text[0].upper() + text[1:]


def split(trend: Trend) -> tuple[str, str]:
    """Return the strands and the districts a trend is of, each blank where it is of all."""
    strand, area = numbers.listed([lower(name) for name in trend.only], "or"), trend.subject
    if trend.strand and trend.district:
        name, _, area = trend.subject.rpartition(" in ")
        strand = lower(name)
    elif trend.strand:
        strand, area = lower(trend.subject), trend.within or FORCE
    return strand, "" if area == FORCE else numbers.listed(area.split(", "))


def lower(name: str) -> str:
    """Return a name as it stands within a sentence: 'race', but 'LGBT'."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
