"""How a period's records split by strand or district, in words."""

from collections.abc import Sequence

import pandas as pd

from hcdata.present.text import about_words, absences, largest, missing_words, numbers
from hcdata.views.parts import Mix
from hcdata.views.results import About

NOT_KNOWN = ("not_recorded", "unmapped", None)
NAMES = {
    "strand": "strand",
    "district": "district",
    "offence_group": "offence group",
    "channel": "how it was reported",
    "setting": "setting",
    "kind": "kind of record",
}


def title(mix: Mix) -> str:
    """State the part with the most records, or the several with as many; not of too few."""
    known = _known(mix)
    if mix.missing or known.empty:
        return f"By {NAMES[mix.dimension]}"
    top = largest.lead(known, mix.total)
    if top.empty:
        return f"By {NAMES[mix.dimension]}: {largest.TOO_FEW}"
    if len(mix.rows) == 1:
        return f"All {mix.total:,} are {top['name'].iloc[0]}"
    said, n = f"{numbers.listed(list(top['name']))} {'is' if len(top) == 1 else 'are'} the largest", top.iloc[0]
    each = " each" if len(top) > 1 else ""
    return f"{said}: {numbers.count(n['n'])}{each} of {mix.total:,} ({numbers.percent(n['share'])})"


def sentence(mix: Mix, about: About) -> str:
    """Say how the period splits, and which parts moved by more than chance would give."""
    if mix.missing:
        return f"By {NAMES[mix.dimension]}: {missing_words.say(mix.missing)}"
    if _known(mix).empty:
        return f"By {NAMES[mix.dimension]}, {about_words.period(about)}: not known for any of {mix.total:,}."
    rows = parts(mix)
    moved = rows[rows["chance"] == "unlikely to be chance"]
    named = numbers.listed(
        [f"{row['name']} ({row['prior_n']:,.0f} before, {row['n']:,} now)" for _, row in moved.iterrows()]
    )
    against = f"Against {about_words.prior(about)} alone"
    verdict = f"{against}, unlikely to be chance: {named}." if named else f"{against}, no part moved beyond chance."
    if about.prior is None:
        verdict = "There is no earlier period to compare with."
    said = title(mix).removeprefix(f"By {NAMES[mix.dimension]}: ")
    return f"By {NAMES[mix.dimension]}, {about_words.period(about)}: {said}. {verdict}"


def parts(mix: Mix) -> pd.DataFrame:
    """Return the parts, each named with what of it is not loaded: 'Fenland (without Aug 2026, not loaded)'."""
    said = [absences.without(lacking) for lacking in mix.rows["lacking"]]
    names = [f"{name} ({lacks})" if lacks else name for name, lacks in zip(mix.rows["name"], said, strict=True)]
    return mix.rows.assign(name=names)


def _known(mix: Mix) -> pd.DataFrame:
    rows = parts(mix)
    return rows[~(rows["id"].isin(NOT_KNOWN) | rows["id"].isna())]


def caution(mixes: Sequence[Mix]) -> str:
    """Say how many of the parts compared chance alone would call a change."""
    judged = [
        (int(mix.rows["chance"].isin(["could be chance", "unlikely to be chance"]).sum()), mix.level)
        for mix in mixes
        if not mix.missing
    ]
    parts, expected = sum(n for n, _ in judged), sum(n * level for n, level in judged)
    if not parts:
        return ""
    many, seldom = (f"about {expected:.0f}", "") if expected >= 1 else ("one", f" once in {1 / expected:.0f} times")
    return (
        f"{numbers.counted(parts, 'part is', 'parts are')} compared here, each for itself: if nothing had changed,"
        f" {many} would be called unlikely to be chance{seldom}."
    )
