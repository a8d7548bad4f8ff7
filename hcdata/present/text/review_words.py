"""A district's monthly review in words: this month, what to put right now, and what comes next."""

from hcdata.common.config import District
from hcdata.common.filters import Period
from hcdata.present.text import findings, missing_words, numbers, plan_words
from hcdata.views.results import Figure
from hcdata.views.review import Ahead, Review
from hcdata.views.work_list import Promise, WorkList

AMONG = {1: "above what chance gives", -1: "below what chance gives", 0: "within what chance gives", None: ""}


def this_month(found: Review) -> list[str]:
    """Say the month in three sentences: what was recorded, what was promised and kept, what waits."""
    return [findings.headline(found.own), due_sentence(found.due, found.month), waiting_sentence(found)]


def due_sentence(due: tuple[Figure, ...], month: Period) -> str:
    """Say of what fell due last month how much is evidenced, each as n of N."""
    known = [one for one in due if not one.missing]
    if not known:
        return "Nothing that the plan promises fell due last month, or nothing of it is loaded."
    said = [f"{_within(one.title)} {one.n:,} of {one.of or 0:,}" for one in known]
    return f"Evidenced of what fell due in {month.start:%B %Y}: {'; '.join(said)}."


def waiting_sentence(found: Review) -> str:
    """Say how many crimes and actions wait to be put right."""
    if not found.work.loaded:
        return f"What crimes lack of what the plan asks for is not loaded. {plan_words.plan_sentence(found.own.plan)}"
    crimes, longest = len(found.work.crimes), _longest(found.work)
    lack = "lacks" if crimes == 1 else "lack"
    said = f"{numbers.counted(crimes, 'open crime', 'open crimes')} {lack} a record the plan asks for"
    waited = f", the longest for {numbers.counted(longest, 'day', 'days')}" if longest else ""
    return f"{said[0].upper()}{said[1:]}{waited}. {plan_words.plan_sentence(found.own.plan)}"


def promise_sentence(one: Promise) -> str:
    """Say how many open crimes lack what a duty asks for, and how long the oldest has waited."""
    if one.missing:
        return f"{one.title}: {missing_words.say(one.missing)}"
    if not one.n or one.longest is None:
        return f"{one.title}: nothing to put right."
    waited = numbers.counted(one.longest, "day", "days")
    longest = f"it has waited {waited}" if one.n == 1 else f"the longest has waited {waited}"
    crimes = numbers.counted(one.n, "open crime", "open crimes")
    return f"{one.title}: {crimes} to put right, without {one.lacks}; {longest}."


def ahead_sentence(one: Ahead) -> str:
    """Say what falls on a day to come."""
    match one.kind:
        case "meeting":
            said = f"{one.what} meeting"
        case "updates":
            said = "updates of actions are due for the next meeting"
        case "action":
            said = f"due: action {one.what}"
    return f"{numbers.day(one.day)}: {said}."


def limits_sentence(limits: tuple[Figure, ...]) -> str:
    """Say how many open summary offences are near the day by which they must be charged."""
    near, close = limits
    if near.missing:
        return f"{near.title}: {missing_words.say(near.missing)}"
    if not near.n:
        said = "No open summary offence is within 45 days of its time limit"
    else:
        are = "offence is" if near.n == 1 else "offences are"
        within = f", {close.n:,} of them within 14" if close.n else ", none of them within 14"
        said = f"{near.n:,} open summary {are} within 45 days of the time limit{within}"
    blank = f"; of {near.not_recorded:,} more it is not known" if near.not_recorded else ""
    return f"{said}{blank}."


def answers_for(district: District) -> str:
    """Say who answers for a district, and which of them the configuration does not name."""
    roles = {
        "Operational Chief Inspector": district.chief_inspector,
        "crime manager": district.crime_manager,
        "SPOCs": numbers.listed(list(district.spocs)),
    }
    named = [f"{role} {who}" for role, who in roles.items() if who]
    absent = [role for role, who in roles.items() if not who]
    said = f"{'; '.join(named)}. " if named else ""
    rest = f"Not named in config.toml: {numbers.listed(absent)}." if absent else ""
    return f"{said}{rest}".strip()


def _longest(work: WorkList) -> int:
    return int(work.crimes["waiting"].iloc[0]) if len(work.crimes) else 0


def _within(title: str) -> str:
    return title[:1].lower() + title[1:]
