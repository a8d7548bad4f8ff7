"""Each result in one or two sentences that can be read out: figure, n, comparison, and whether it could be chance."""

from collections.abc import Sequence
from math import sqrt

import pandas as pd

from hcdata.present.text import (
    about_words,
    absences,
    duty_words,
    missing_words,
    note_words,
    numbers,
    period_words,
    repeat_words,
)
from hcdata.present.text.largest import SPOKEN_BASE, lead
from hcdata.present.text.series import lower
from hcdata.views.results import OUTSIDE, About, Comparison, Figure, Locations, Nominals

# The sides of a funnel.
SIDES = {1: "above", -1: "below"}
# Standard deviations, over those of chance, from which districts are said to differ more (a choice of ours).
SPREAD = 1.5
# From this many times on, the spread is told to the whole number (a choice of ours).
FAR = 3


def change(figure: Figure) -> str:
    """Say how a figure moved: '+3 %, could be chance', '17.0 % before, could be chance', or why it cannot be said."""
    if figure.missing:
        return missing_words.say(figure.missing)
    if figure.prior_n is None:
        return _alone(figure)
    chance = figure.verdict.chance
    said = f", {'not judged' if chance == 'nothing to compare with' else chance}"
    if figure.unit == "percent":
        if not figure.prior_of:
            return "nothing was due before"
        if figure.prior_of < figure.minimum_n:
            return f"{figure.prior_n:,} of {figure.prior_of:,} before{said}"
        before = f"{numbers.percent(figure.prior_value)} before"
        return f"about the same ({before})" if _same(figure) else f"{before}{said}"
    if figure.unit == "days":
        return f"{numbers.days(figure.prior_value)} before{said}" if figure.prior_n else "nothing to count before"
    # Beside a rate a number of crimes would read as another rate.
    before = f"{figure.prior_n:,} {'crimes ' if figure.unit == 'rate' else ''}before"
    if _same(figure):
        return f"about the same ({before})"
    if min(figure.n, figure.prior_n) < SPOKEN_BASE:
        return f"{before}{said}"
    return f"{numbers.change(figure.n, figure.prior_n)}{said}"


def _same(figure: Figure) -> bool:
    """Say whether a figure and the one before are written alike: then there is no difference to call chance."""
    if figure.unit == "percent":
        large = min(figure.of or 0, figure.prior_of or 0) >= figure.minimum_n
        return large and numbers.percent(figure.value) == numbers.percent(figure.prior_value)
    n, before = figure.n, figure.prior_n or 0
    return n == before or (min(n, before) >= SPOKEN_BASE and not numbers.change(n, before))


def figure_sentence(figure: Figure, about: About) -> str:
    """Say a figure whole."""
    if figure.missing:
        return f"{figure.title}: {missing_words.say(figure.missing)}"
    when = when_counted(figure) or about_words.during(about)
    if figure.unit == "rate":
        interval = (
            f" ({numbers.rate(figure.lower)} to {numbers.rate(figure.upper)})" if figure.lower is not None else ""
        )
        crimes = numbers.counted(figure.n, "crime", "crimes")
        text = f"{figure.title}: {numbers.rate(figure.value)}{interval}, {crimes}, {when}"
    elif figure.unit == "days":
        text = f"{figure.title}: {_spread_of(figure)}, {when}"
    else:
        text = f"{figure.title}: {numbers.value(figure)} {when}"
    if figure.duty and figure.n < (figure.of or 0):
        text += f"; {duty_words.beside(figure)}"
    elif figure.not_recorded:
        text += f"; {apart(figure)}"
    if figure.again:
        text += f"; {repeat_words.beside(figure)}"
    if note_words.lacks(figure):
        # What a number lacks is said in one breath with it.
        return f"{text} ({note_words.within(figure)}){_against(figure, about)}."
    return f"{text}{_against(figure, about)}.{note_words.behind(figure)}"


def _spread_of(figure: Figure) -> str:
    """Say how long half took, and nine in ten: 'half of 1,234 crimes within 43 days, nine in ten within 120 days'."""
    crimes = numbers.counted(figure.n, "crime", "crimes")
    if figure.n < figure.minimum_n:
        return f"half of {crimes} within {numbers.days(figure.value)}"
    half, most = numbers.days(figure.value), numbers.days(figure.ninth)
    return f"half of {crimes} within {half}, nine in ten within {most}"


def apart(figure: Figure) -> str:
    """Say how many stand beside a figure, because nobody knows whether they belong in it."""
    n, have = figure.not_recorded, "has" if figure.not_recorded == 1 else "have"
    if figure.unknown:
        return f"{n:,} more {have} {figure.unknown}"
    return f"{n:,} {have} nothing recorded"


def when_counted(figure: Figure) -> str:
    """Say the dates a figure is of where they are its own: 'on 31 Oct 2026', 'in the 12 months to Oct 2026'."""
    if figure.on:
        return f"on {numbers.day(figure.on)}"
    return f"in the {period_words.say(figure.over, '12m')}" if figure.over else ""


def _against(figure: Figure, about: About) -> str:
    """Say what a figure is set against, and the verdict."""
    if figure.unit == "percent" and (figure.of or 0) < figure.minimum_n:
        return ": too few to say"
    if figure.prior_n is None:
        said = "" if figure.apart else _alone(figure)
        return f"; {said}" if said else ""
    against = about_words.prior(about)
    if figure.against:
        against = f"the 12 months before ({period_words.say(figure.against)})"
    chance = {
        "could be chance": ": about the same" if _same(figure) else "; the difference could be chance",
        "unlikely to be chance": "; the difference is unlikely to be chance",
        "too few to say": ": too few to say",
        "nothing to compare with": "; the difference is not judged",
    }.get(figure.verdict.chance, "")
    if figure.unit == "percent":
        if not figure.prior_of:
            return f"; nothing was due in {against}"
        before = numbers.share(figure.prior_value, figure.prior_n, figure.prior_of, figure.minimum_n)
    elif figure.unit == "rate":
        before = f"{numbers.rate(figure.prior_value)}, {numbers.counted(figure.prior_n, 'crime', 'crimes')},"
    elif figure.unit == "days":
        if not figure.prior_n:
            return f"; nothing to count in {against}"
        before = f"half within {numbers.days(figure.prior_value)}"
    else:
        before = f"{figure.prior_n:,}"
    return f"; {before} in {against}{chance}"


def _alone(figure: Figure) -> str:
    """Say why a figure stands alone: a state of one day has no period, and some periods are not set beside others."""
    if figure.on:
        return ""
    return "not set against an earlier period" if figure.apart else "no earlier period to compare with"


def differ(comparison: Comparison, own: Sequence[str] = ()) -> bool:
    """Say whether any district, or any of its `own`, lies outside what chance gives."""
    return bool(comparison.missing is None and _of(comparison, own)["significance"].isin(OUTSIDE).any())


def _of(comparison: Comparison, own: Sequence[str]) -> pd.DataFrame:
    return comparison.rows[comparison.rows["district"].isin(own)] if own else comparison.rows


def districts_title(comparison: Comparison, own: Sequence[str] = ()) -> str:
    """State which districts, or which of its `own`, lie outside what chance gives."""
    if comparison.missing:
        return f"{comparison.title} by district"
    rows = _of(comparison, own)
    parts: list[str] = []
    for mark, side in OUTSIDE.items():
        names = rows.loc[rows["significance"] == mark, "name"].tolist()
        if names:
            what = "" if parts else " what chance would give"
            parts.append(f"{numbers.listed(names)} {'is' if len(names) == 1 else 'are'} {SIDES[side]}{what}")
    if not parts:
        return "No district lies outside what chance would give"
    return "; ".join(parts)


def districts_subtitle(comparison: Comparison) -> str:
    """Say what districts are compared by, and over which period."""
    over = period_words.say(comparison.over, comparison.named) if comparison.over else ""
    when = numbers.day(comparison.on) if comparison.on else over
    return ", ".join(filter(None, (comparison.title, when)))


def districts_sentence(comparison: Comparison) -> str:
    """Say what a funnel compares and what to keep in mind."""
    if comparison.missing:
        return missing_words.say(comparison.missing)
    when = period_words.during(comparison.over, comparison.named) if comparison.over else ""
    if comparison.on:
        when = f"on {numbers.day(comparison.on)}"
    lacking = absences.without(comparison.absences)
    notes = [*comparison.notes, *([f"Counted {lacking}."] if lacking else [])]
    if comparison.unit == "rate":
        value = f"{numbers.rate(comparison.baseline)} {lower(comparison.title)}"
        said = f"All districts together: {value} {when}.{_spread(comparison)}"
        why = "Districts differ for many reasons: this is a question to ask and not a league table."
        return " ".join([said, *notes, why])
    said = f"{comparison.title}, all districts together: {pooled(comparison)} {when}.{_spread(comparison)}"
    return " ".join([said, *notes])


def pooled(comparison: Comparison) -> str:
    """Write the share or rate of all districts together."""
    if comparison.unit == "rate":
        return numbers.rate(comparison.baseline)
    n, of = (int(comparison.rows[name].sum()) for name in ("n", "of"))
    return numbers.share(comparison.baseline, n, of, comparison.minimum_n)


def _spread(comparison: Comparison) -> str:
    """Say that districts differ more than by chance, where they do by half as much again or more."""
    times = sqrt(comparison.dispersion or 1)
    if times < SPREAD or not differ(comparison):
        return ""
    said = f"about {times:.0f} times as much as" if times >= FAR else "more than"
    allowed = ", even with limits that allow for it" if comparison.widened else ""
    return f" Districts differ {said} chance alone would make them{allowed}."


def settings_title(locations: Locations) -> str:
    """State the commonest known setting."""
    known = locations.settings[~locations.settings["setting"].isin(["not_recorded", "unmapped"])]
    if locations.settings_missing or known.empty:
        return "Settings"
    first = known.iloc[0]
    top = lead(known, round(first["n"] / first["share"]))
    if top.empty:
        return "Settings: too few to say which is commonest"
    said = f"{numbers.count(first['n'])}{' each' if len(top) > 1 else ''}, {numbers.percent(first['share'])}"
    are = "is the commonest setting" if len(top) == 1 else "are the commonest settings"
    return f"{numbers.listed(list(top['name']))} {are} ({said})"


def squares_sentence(locations: Locations) -> str:
    """Say what the map holds and what is not on it."""
    if locations.squares_missing:
        return missing_words.say(locations.squares_missing)
    shown, muted = int((~locations.squares["muted"]).sum()), int(locations.squares["muted"].sum())
    off, one = locations.not_on_map, locations.not_on_map == 1
    grey = f", {muted:,} grey without a count (fewer, or kept back so that no count can be worked out)" if muted else ""
    lost = f"{off:,} {'record has' if one else 'records have'} no usable grid reference and {'is' if one else 'are'}"
    return (
        f"Squares of 1 km: {f'{shown:,}' if shown else 'none'} with {locations.map_minimum} or more{grey}"
        f"{f'; {lost} not on the map' if off else ''}."
    )


def nominals_sentence(nominals: Nominals) -> str:
    """Say how many people were victims or suspects again."""
    if nominals.missing:
        return missing_words.say(nominals.missing)
    parts = [_again(figure, word) for figure, word in ((nominals.victims, "victim"), (nominals.suspects, "suspect"))]
    return " ".join([*filter(None, parts), "Linked is not proven."])


def _again(figure: Figure, word: str) -> str:
    """Say how many identified people had an earlier record within 12 months."""
    if figure.missing:
        return ""
    were = f"was a {word}" if 1 in (figure.n, figure.of) else f"were {word}s"
    people = numbers.counted(figure.of or 0, f"identified {word}", f"identified {word}s")
    chance = figure.verdict.chance
    said = "" if chance == "nothing to compare with" else f" ({chance})"
    before = f"; {figure.prior_n:,} of {figure.prior_of:,} before{said}" if figure.prior_n is not None else ""
    beside = f" ({repeat_words.beside(figure)})" if figure.again else ""
    return f"{figure.n:,} of {people} {were} again within 12 months{beside}{before}.{note_words.behind(figure)}"
