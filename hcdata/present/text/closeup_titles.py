"""What a series drawn by quarter, financial year, rate or season says, in one line."""

from hcdata.present.text import missing_words, numbers
from hcdata.views.closeup import Closeup


def quarter(found: Closeup) -> str:
    """State the last whole quarter beside the same quarter a year before."""
    whole = found.quarters[found.quarters["complete"].astype(bool)]
    if found.trend.missing or whole.empty:
        return "No whole quarter is loaded"
    last = whole.iloc[-1]
    title = f"{last['n']:,.0f} in the quarter from {last['quarter']:%B %Y}"
    if last["prior_n"] is None or last["prior_n"] != last["prior_n"]:
        return f"{title}; no year before to set it against"
    return f"{title}, {last['prior_n']:,.0f} a year before: {last['chance']}"


def to_date(found: Closeup) -> str:
    """State the financial year so far beside the same months a year before."""
    year = found.to_date
    if year.missing:
        return missing_words.say(year.missing)
    last = found.years.iloc[-1]
    title = f"{year.n:,} in {last['year']} to the end of {last['month']:%B}"
    if year.prior_n is None:
        return f"{title}; no year before to set it against"
    return f"{title}, {year.prior_n:,} in the same months a year before: {year.verdict.chance}"


def rate(found: Closeup) -> str:
    """State the latest rate with its interval."""
    if found.rate_missing or found.rate.empty:
        return missing_words.say(found.rate_missing) or "No rate yet"
    last = found.rate.iloc[-1]
    return (
        f"{numbers.rate(last['value'])} per 1,000 residents in the 12 months to {last['month']:%B %Y}"
        f" ({numbers.rate(last['lower'])} to {numbers.rate(last['upper'])})"
    )


def season(found: Closeup) -> str:
    """Say how many months lie outside what the same month had before, and how many chance would put there."""
    if found.trend.missing or found.season.empty:
        return "No complete month is loaded"
    known = found.season[(found.season["years"] >= 2) & found.season["n"].notna()]
    if known.empty:
        return "Fewer than two earlier years are loaded: no season to set the months against"
    out = int(((known["n"] > known["most"]) | (known["n"] < known["least"])).sum())
    # Of so many years and this one, each is as likely to be the highest or the lowest.
    chance = (2 / (known["years"] + 1)).sum()
    return (
        f"{out} of {len(known)} months lie outside what the same month had in the years before; chance alone would put"
        f" about {chance:.0f} there"
    )
