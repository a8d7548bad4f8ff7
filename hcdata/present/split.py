"""How a period's records split by strand or district, in words."""

from hcdata.present import numbers
from hcdata.views.results import About, Mix


def title(mix: Mix) -> str:
    """State the part with the most records; of several with as many, the first."""
    if mix.missing or mix.rows.empty:
        return f"By {mix.dimension}"
    top = mix.rows.loc[mix.rows["n"].idxmax()]
    return f"{top['name']} is the largest: {numbers.count(top['n'])} of {mix.total:,} ({numbers.percent(top['share'])})"


def sentence(mix: Mix, about: About) -> str:
    """Say how the period splits, and which parts moved by more than chance would give."""
    if mix.missing:
        return f"By {mix.dimension}: {mix.missing}"
    moved = mix.rows[mix.rows["chance"] == "unlikely to be chance"]
    named = numbers.listed(
        [f"{row['name']} ({row['prior_n']:,.0f} before, {row['n']:,} now)" for _, row in moved.iterrows()]
    )
    verdict = f"Unlikely to be chance: {named}." if named else "No part moved by more than chance would give."
    if about.prior is None:
        verdict = "There is no earlier period to compare with."
    return f"By {mix.dimension}, {about.period_words}: {title(mix)}. {verdict}"
