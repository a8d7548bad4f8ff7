"""How a period's records split by strand or district, in words."""

from collections.abc import Sequence

import pandas as pd

from hcdata.present import numbers
from hcdata.views.results import About, Mix

# A comparison at 95 % calls chance a change once in so many.
ONE_IN = 20
# Shares are spoken from this base up (domain brief, comparison of two periods).
SPOKEN_BASE = 20
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
    """State the part with the most records; of several with as many, the first."""
    known = _known(mix)
    if mix.missing or known.empty:
        return f"By {NAMES[mix.dimension]}"
    top = known.loc[known["n"].idxmax()]
    share = f" ({numbers.percent(top['share'])})" if mix.total >= SPOKEN_BASE else ""
    return f"{top['name']} is the largest: {numbers.count(top['n'])} of {mix.total:,}{share}"


def sentence(mix: Mix, about: About) -> str:
    """Say how the period splits, and which parts moved by more than chance would give."""
    if mix.missing:
        return f"By {NAMES[mix.dimension]}: {mix.missing}"
    if _known(mix).empty:
        return f"By {NAMES[mix.dimension]}, {about.period_words}: not known for any of {mix.total:,}."
    moved = mix.rows[mix.rows["chance"] == "unlikely to be chance"]
    named = numbers.listed(
        [f"{row['name']} ({row['prior_n']:,.0f} before, {row['n']:,} now)" for _, row in moved.iterrows()]
    )
    verdict = f"Unlikely to be chance: {named}." if named else "No part moved by more than chance would give."
    if about.prior is None:
        verdict = "There is no earlier period to compare with."
    return f"By {NAMES[mix.dimension]}, {about.period_words}: {title(mix)}. {verdict}"


def _known(mix: Mix) -> pd.DataFrame:
    return mix.rows[~(mix.rows["id"].isin(NOT_KNOWN) | mix.rows["id"].isna())]


def caution(mixes: Sequence[Mix]) -> str:
    """Say how many of the parts compared chance alone would call a change."""
    parts = sum(int(mix.rows["chance"].isin(["could be chance", "unlikely to be chance"]).sum()) for mix in mixes)
    if not parts:
        return ""
    named = f"about {parts / ONE_IN:.0f} of them" if parts >= ONE_IN else f"about one in {ONE_IN}"
    return (
        f"{numbers.counted(parts, 'part is', 'parts are')} compared here, each for itself: if nothing had changed,"
        f" {named} would be called unlikely to be chance."
    )
