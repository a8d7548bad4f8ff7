"""A series of months in sentences and titles: all that its one judgement finds, and nothing it does not."""

from hcdata.present.text import absences, missing_words, numbers, series, signals
from hcdata.present.text.largest import SPOKEN_BASE
from hcdata.present.text.series import noun, subject
from hcdata.present.text.signals import SIDES, USUAL
from hcdata.stats.headline import Look
from hcdata.views.results import Figure, Trend

# Limits set by fewer months are provisional: NHS England, Making Data Count.
SETTLED = 12
YEAR = 12
UNLIKELY = "This is unlikely to be chance."


def trend_sentence(trend: Trend) -> str:
    """Say a trend: its last month and its year."""
    if trend.missing:
        return missing_words.say(trend.missing)
    return f"{month_sentence(trend)} {year_sentence(trend)}"


def month_sentence(trend: Trend) -> str:
    """Say the last complete month, and what is found in it, in the months before it or in its quarter."""
    months = trend.complete
    if trend.missing or months.empty:
        why = missing_words.say(trend.missing) or absences.latest(trend) or "no complete month is loaded."
        return f"{trend.title}: {why}"
    last = months.iloc[-1]
    were = "was" if last["n"] == 1 else "were"
    things = numbers.counted(last["n"], noun(trend, 1), noun(trend))
    said = f"{absences.latest(trend)} In {last['month']:%B %Y}, {things} {were} recorded".lstrip()
    if trend.usual is None or trend.headline is None:
        return f"{said}; {trend.choice.reason}. {quarter_sentence(trend)}".rstrip()
    look, found = trend.headline.look("month"), trend.headline.finds("month")
    if found and found.signal in USUAL:
        return f"{said}: {_outside(trend, found)}"
    where, usual = _place(trend), _usual(trend)
    if found:
        return f"{said}: {where} {usual}, but {signals.run(found)}. {UNLIKELY}"
    if where != "within":
        return f"{said}: {where} {usual}, but not by enough to rule out chance."
    text = f"{said}: an ordinary month, within {usual}"
    if look and look.signal not in USUAL:
        return f"{text}; {signals.run(look)}, but not by enough to rule out chance."
    power = "; with so few a month a real change can pass unseen" if trend.choice.low_power else ""
    return f"{text}{power}."


def _outside(trend: Trend, found: Look) -> str:
    """Say the months outside the usual range, whether or not the last is one of them."""
    last = len(trend.complete) - 1
    side, usual, named = USUAL[found.signal], _usual(trend), signals.months_named(trend, found)
    if last not in found.places:
        were = "was" if len(found.places) == 1 else "were"
        ordinary = "an ordinary month, " if _place(trend) == "within" else ""
        return f"{ordinary}{_place(trend)} {usual}. {named} {were} {side} it, which is unlikely to be chance."
    if len(found.places) == 1:
        return f"{side} {usual}. {UNLIKELY}"
    return f"{side} {usual}. The months {side} it, {named}, are together unlikely to be chance."


def _place(trend: Trend) -> str:
    """Say on which side of the usual range the last month lies."""
    assert trend.usual is not None
    (low, high), n = trend.usual, trend.complete["n"].iloc[-1]
    return "above" if n > high else "below" if n < low else "within"


def _usual(trend: Trend) -> str:
    assert trend.usual is not None
    low, high = trend.usual
    steady = ", set by months that were not steady themselves" if signals.unsteady(trend) else ""
    return f"the usual range of {low:,} to {high:,}{steady}"


def quarter_sentence(trend: Trend) -> str:
    """Say the last three months of a series too sparse for a usual range."""
    found = trend.headline.look("quarter") if trend.headline else None
    if found is None or found.p is None:
        return ""
    usual = f"{found.expected:.1f}".removesuffix(".0")
    if f"{found.n:,.0f}" == usual:
        return f"In the last {len(found.places)} months: {usual}, as many as usual."
    unlikely = trend.headline is not None and trend.headline.finds("quarter")
    chance = "this is unlikely to be chance" if unlikely else "the difference could be chance"
    return f"In the last {len(found.places)} months: {found.n:,.0f}, where {usual} would be usual; {chance}."


def year_sentence(trend: Trend) -> str:
    """Say the last twelve complete months beside the twelve before, and all years before where those tell more."""
    year = trend.year
    if year.missing:
        return missing_words.say(year.missing)
    if year.prior_n is None:
        return f"Over 12 months: {year.n:,}; fewer than 24 months are loaded, so there is no year before."
    spoken = min(year.n, year.prior_n) >= SPOKEN_BASE
    moved = numbers.change(year.n, year.prior_n) if spoken else ""
    verdict = {
        "could be chance": "; the difference could be chance",
        "unlikely to be chance": "; the difference is unlikely to be chance",
        "too few to say": ": too few to say",
    }.get(year.verdict.chance, "")
    said = f"Over 12 months: {year.n:,}, against {year.prior_n:,} the year before{f' ({moved})' if moved else ''}"
    if _same(year) and year.verdict.chance == "could be chance":
        said, verdict = f"Over 12 months: {year.n:,}, {_same(year)} the year before ({year.prior_n:,})", ""
    judged = trend.headline
    longer = judged.finds("years") if judged and not judged.finds("year") else None
    if longer:
        # What the one year before hides, all years before show.
        return (
            f"{said}. By all {longer.before} months before, {longer.expected:,.0f} would be usual: {year.n:,} is"
            f" {SIDES[longer.direction]}, and that is unlikely to be chance."
        )
    unlike = _unlike(trend)
    return f"{said}{'' if unlike else verdict}.{unlike}"


def _same(year: Figure) -> str:
    """Say that a year holds as many as the one before, or nearly; nothing where it does not."""
    if year.prior_n is None:
        return ""
    near = min(year.n, year.prior_n) >= SPOKEN_BASE and not numbers.change(year.n, year.prior_n)
    return "as many as" if year.n == year.prior_n else "about as many as" if near else ""


def _unlike(trend: Trend) -> str:
    """Say that limits start anew within the two years compared: then they are not counted alike."""
    months = trend.complete["month"].tail(2 * YEAR)
    within = [one.month for one in trend.rebases if months.iloc[0].date() < one.month <= months.iloc[-1].date()]
    return f" Limits start anew in {within[-1]:%B %Y}, so the two years are not counted alike." if within else ""


def trend_title(trend: Trend) -> str:
    """State what is found in a trend in a few words, and which of its last twelve months are not loaded whole."""
    lacking = absences.last_year(trend)
    return f"{_title(trend)} ({lacking})" if lacking else _title(trend)


def _title(trend: Trend) -> str:
    """State what is found in a trend, or that its last month is an ordinary one."""
    about, months = subject(trend), trend.complete
    if trend.missing or months.empty or trend.headline is None:
        return f"{about}: nothing to show"
    short = trend.headline.finds("month", "quarter")
    said = [*([_short(trend, short)] if short else []), *filter(None, [signals.year(trend)])]
    if said:
        return f"{about}: {'; '.join(said)}"
    last = f"{months['month'].iloc[-1]:%B %Y}"
    if trend.usual is None:
        few = "too few months to judge" if trend.choice.method == "none" else "too few a month for a usual range"
        return f"{about}: {few}" if trend.choice.method == "none" else f"{about}: nothing stands out, {few}"
    if _place(trend) == "within":
        return f"{about}: {last} was an ordinary month"
    return f"{about}: {last} was {_place(trend)} the usual range, but it could be chance"


def _short(trend: Trend, found: Look) -> str:
    if found.kind == "quarter":
        return f"{found.n:,.0f} in the last {len(found.places)} months, {SIDES[found.direction]} than usual"
    if found.signal in USUAL:
        return f"{USUAL[found.signal]} the usual range in {signals.months_named(trend, found)}"
    return signals.run(found)


def year_title(trend: Trend) -> str:
    """State how the rolling twelve months compare with those of the year before."""
    year = trend.year
    if year.missing or year.prior_n is None:
        return "Rolling 12 months"
    longer = trend.headline.finds("years") if trend.headline and not trend.headline.finds("year") else None
    if longer:
        return f"Rolling 12 months: {year.n:,}, {SIDES[longer.direction]} than usual, unlikely to be chance"
    said = _same(year) or ("more than" if year.n > year.prior_n else "fewer than")
    chance = {
        "could be chance": ", which could be chance",
        "unlikely to be chance": ", unlikely to be chance",
    }.get(year.verdict.chance, "")
    return f"Rolling 12 months: {year.n:,}, {said} the year before{'' if _same(year) else chance}"


def trend_subtitle(trend: Trend) -> str:
    """Say measure, unit and what the usual range rests on, and where that was not steady itself."""
    if trend.usual is None:
        return f"Each month by recorded date; {trend.choice.reason}"
    weak = "; few a month, so a real change can pass unseen" if trend.choice.low_power else ""
    short = "; provisional" if trend.baseline_months < SETTLED else ""
    apart = signals.unsteady(trend)
    itself = f", which were not steady themselves: {apart}" if apart else ""
    set_by = f"{trend.baseline_months} months ({series.baseline(trend)}){itself}"
    return f"Each month by recorded date; band: usual range, set by {set_by}{weak}{short}"
