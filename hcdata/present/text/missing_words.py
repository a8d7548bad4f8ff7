"""Why there is no figure, series or chart, in a sentence for each kind."""

from hcdata.present.text import numbers
from hcdata.present.text.absences import explain, without
from hcdata.schema.feeds import FEEDS
from hcdata.views.missing import (
    FewBases,
    Kind,
    Missing,
    NoDaysBetween,
    NoHour,
    NotAtLoad,
    NotGiven,
    NotLoaded,
    NotPopulated,
    NotSpokenFor,
    Simply,
    YearNotWhole,
)

# What a measure may need crimes to carry (schema).
FIELDS = {
    "strand": "a known hate strand",
    "outcome": "an outcome",
    "victim": "an identified victim",
    "suspect": "an identified suspect",
    "place": "a place",
    "report time": "a report time",
    "recorded time": "a time of recording",
    "assigned time": "a time an officer was assigned",
    "offence code": "a known Home Office code",
    "outcome date": "the date of an outcome",
    "setting": "a known setting",
    "channel": "a known channel",
    "referral date": "the date of a referral to the Hub",
    "victim statement": "whether a personal statement was offered",
    "assessment": "the date of a needs assessment",
    "risk review": "when a review of the risk is due",
    "dissatisfaction": "whether the victim is dissatisfied",
    "satisfaction": "how satisfied the victim is",
    "days to repeat": "the days since an earlier record, which the next load works out",
    "offence date": "the date of the offence",
    "location type": "a known type of place",
    "square": "a usable grid reference",
    "supervisor": "whether a supervisor is named",
}
WORDS: dict[Kind, str] = {
    "no_complete_month": "No complete month of data in this period.",
    "under_12_months": "Fewer than 12 months are loaded.",
    "under_12_complete_months": "Fewer than 12 complete months are loaded.",
    "nothing_in_period": "Nothing is loaded for this period.",
    "nothing_in_months": "Nothing is loaded for these months.",
    "nothing_recorded": "Nothing was recorded in this period.",
    "no_offence": "Nothing was recorded.",
    "nothing_due": "Nothing to count in this period: no case is due.",
    "nothing_to_count": "Nothing to count in this period.",
    "recorded_for_none": "It is recorded for none of this period's records.",
    "no_population": "No population is on file for this area.",
    "no_rate_by_district": "No population is on file for these areas, or fewer than 12 months are loaded.",
    "nothing_due_by_district": "No case is due in this period.",
    "counts_by_district": "These are numbers and no rates: districts differ in size, so they are not compared.",
    "days_by_district": "These are days and no shares: they are set side by side and not judged.",
    "year_to_date_not_whole": "The financial year to date is not wholly loaded.",
    "incidents_have_no_rate": (
        "Incidents that are not crimes have no rate: what is recorded depends on the regime of the day."
    ),
    "incidents_have_no_hour": "Incident records carry no time of the incident itself.",
    "no_setting": "No record of this period has its setting recorded.",
    "few_squares": "Too few squares to show: the count of each could be worked out from the total.",
    "no_square": "No record of this period carries a usable national grid reference.",
    "nobody_identified": "No identified person is linked to a crime of this period.",
}


def say(found: Missing | None) -> str:
    """Say why there is nothing to show; nothing where there is."""
    match found:
        case None:
            return ""
        case Simply(kind):
            return WORDS[kind]
        case NotLoaded(feeds):
            return f"Not yet loaded: no {' or '.join(FEEDS[feed].title for feed in feeds)} has been loaded."
        case NotSpokenFor(feed, districts):
            return f"Not loaded: no {FEEDS[feed].title} speaks for {', '.join(districts) or 'Force'}."
        case NotPopulated(fields):
            named = " or ".join(FIELDS.get(field, field) for field in fields)
            return f"Not recorded: no crime loaded has {named}."
        case NotGiven(absences):
            return explain(absences)
        case NoDaysBetween(absences):
            return f"Days between are not given {without(absences)}."
        case YearNotWhole(months):
            are = "is" if len(months) == 1 else "are"
            return f"12 months are not given: {', '.join(map(numbers.month, months))} {are} not loaded whole."
        case NoHour(n):
            return f"No offence of this period has a known hour ({n:,} without)."
        case NotAtLoad(load):
            return f"At load {load} not all that this is counted from was loaded."
        case FewBases(months, base, needed):
            return f"{months} months have a base of {base} or more, and {needed} are needed"
    raise TypeError(f"no words for {type(found).__name__}")
