"""A meeting's agenda in words: each item filled in with what is loaded, and what nothing loaded can tell."""

from hcdata.plan.agendas import INVITED
from hcdata.present.text import about_words, missing_words, numbers, words
from hcdata.views.agenda import Agenda
from hcdata.views.results import About, Figure, PerformanceUpdate, Plan

# What nothing that is loaded can tell, and what would.
TERMS = "Terms of reference to confirm; partners' updates."
AIM = "Aim and purpose: the six strategic aims, the delivery plan, performance and its key themes."
PARTNERSHIP = "Partnership activity: no record of it is loaded. To be told in the meeting."
FUNDING = "Funding opportunities: no record of them is loaded. To be told in the meeting."
PARTNERS = "Engagement and key contacts: no record of them is loaded. To be told in the meeting."


def heading(found: Agenda) -> str:
    """Say which meeting the agenda is for, and which came before."""
    if found.next is None:
        meeting = f"No later {found.kind} meeting is in config.toml."
    else:
        meeting = f"For the {found.kind} meeting on {numbers.day(found.next)}."
    last = f"The last was held on {numbers.day(found.last)}." if found.last else "None was held before the data end."
    return f"{meeting} {last}"


def attendance(found: Agenda) -> str:
    """Say who is asked to come by the plan; who came is not loaded."""
    return f"Asked to come: {numbers.listed(list(INVITED[found.kind]))}. Who came is not loaded."


def since(found: Agenda, plan: Plan) -> str:
    """Say what has happened to actions since the last meeting of this kind, or that no plan is loaded."""
    when = f"Since {numbers.day(found.last)}" if found.last else "So far"
    if plan.missing:
        return missing_words.say(plan.missing)
    raised, ended = len(found.raised), len(found.discharged)
    named = numbers.counted(raised, "action was raised", "actions were raised")
    return f"{when}, {named} and {f'{ended:,}' if ended else 'none'} discharged."


def forward(found: Agenda) -> str:
    """Say how many actions are brought forward."""
    n = len(found.forward)
    late = int(found.forward["overdue"].sum())
    return f"{numbers.counted(n, 'action is', 'actions are')} brought forward, {late:,} of them overdue."


def figures_known(found: Agenda, then: PerformanceUpdate) -> str:
    """Say of what dates the figures shown at the last meeting are."""
    day = numbers.day(found.last) if found.last else ""
    return f"Figures as known on {day}, {about_words.during(then.about)}, and now:"


def then_and_now(then: Figure, now: Figure) -> str:
    """Say a figure as it was shown at the last meeting, and as it stands."""
    return f"{now.title}: {numbers.value(then)} then, {numbers.value(now)} now."


def moved(then: PerformanceUpdate, now: PerformanceUpdate) -> list[str]:
    """Say each headline figure as it was shown at the last meeting, and as it stands; those not loaded are left out."""
    before = {one.measure: one for one in then.headlines}
    pairs = [(before[one.measure], one) for one in now.headlines if one.measure in before]
    return [then_and_now(*pair) for pair in pairs if not (pair[0].missing or pair[1].missing)]


def good_news(figure: Figure, found: Agenda) -> str:
    """Say how many positive outcomes were given since the last meeting."""
    if figure.missing:
        return f"Positive outcomes: {words.change(figure)}"
    when = f"since {numbers.day(found.last)}" if found.last else "so far"
    if not figure.n:
        return f"No positive outcome was given {when}."
    were = "was" if figure.n == 1 else "were"
    n = numbers.counted(figure.n, "positive outcome", "positive outcomes")
    return (
        f"{n} {were} given {when}: cases to choose from for communications, with the victim's consent"
        " and never by name."
    )


def events(found: Agenda) -> list[str]:
    """Say the events since the last meeting and those to come, by day."""
    said = [f"{numbers.day(one.event_on)}: {one.name}." for one in found.events.itertuples()]
    to_come = [f"To come on {numbers.day(one.event_on)}: {one.name}." for one in found.to_come.itertuples()]
    return [*said, *to_come] or ["No event since the last meeting is loaded, and none to come."]


def third_party(figure: Figure, about: About) -> str:
    """Say how many reports came through third-party centres, as its measure is said wherever it stands."""
    said = words.figure_sentence(figure, about)
    return said if figure.missing else f"{said} Which centre is not recorded."


def satisfaction(figure: Figure, about: About) -> str:
    """Say how many of the victims who answered are satisfied, and what nothing loaded tells of the public."""
    return f"{words.figure_sentence(figure, about)} Confidence of the public is not loaded."


def next_meeting(found: Agenda) -> str:
    """Say when the meeting after this one is."""
    if found.after is None:
        return f"No {found.kind} meeting after this one is in config.toml."
    return f"The {found.kind} meeting after this one: {numbers.day(found.after)}."
