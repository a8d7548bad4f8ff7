"""The state of the data in sentences: how much is wrong, how late recording is, and what agrees with others."""

from hcdata.present.text import numbers
from hcdata.present.text.largest import SPOKEN_BASE
from hcdata.present.text.left_out_words import WORDS as LEFT_OUT
from hcdata.views.quality.answer import Quality
from hcdata.views.quality.delay import Delay
from hcdata.views.quality.impact_kinds import Level
from hcdata.views.quality.incidents import Incidents
from hcdata.views.quality.published import Reconciliation
from hcdata.views.quality.strand_share import StrandShare

_NUMBERS = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_LEVELS: dict[Level, tuple[str, str, str]] = {
    "changes": ("thing in the data would", "things in the data would", "change a figure you read out"),
    "limits": ("thing limits", "limit", "what can be said"),
    "check": ("thing wants", "want", "looking into"),
}


def headline(found: Quality) -> str:
    """Say how many things would change figures, limit what can be said, and want looking into."""
    counts = {level: sum(impact.level == level for impact in found.impacts) for level in _LEVELS}
    nothing = "Nothing in the data would change a figure you read out"
    if not found.noted.total:
        nothing = "No hate crime of this period is loaded: only the files can be judged"
    parts = [
        f"{_number(counts[level])} {one if counts[level] == 1 else many} {rest}"
        for level, (one, many, rest) in _LEVELS.items()
        if counts[level]
    ]
    if not counts["changes"]:
        parts.insert(0, nothing)
    return f"{numbers.listed([parts[0], *(part[0].lower() + part[1:] for part in parts[1:])])}."


def _number(n: int) -> str:
    return _NUMBERS[n] if n < len(_NUMBERS) else f"{n:,}"


def strands_sentence(strands: StrandShare) -> str:
    """Say the share of crimes with several strands, beside what is usual."""
    if strands.side == "too few" or strands.share is None:
        return f"Several strands: {strands.n:,} of {strands.of:,} hate crimes; too few to say whether that is usual."
    low, high = (numbers.percent(share) for share in strands.expected)
    carry = "carries" if strands.n == 1 else "carry"
    said = f"{strands.n:,} of {strands.of:,} hate crimes ({numbers.percent(strands.share)}) {carry} several strands"
    usual = f"{low} to {high} is usual in England and Wales"
    beyond = (
        "" if strands.expected[0] <= strands.share <= strands.expected[1] else ", and the difference could be chance"
    )
    return {
        "within": f"{said}; {usual}{beyond}.",
        "above": f"{said}, more than chance would explain: {usual}. Are strands added that nobody perceived?",
        "below": f"{said}, fewer than chance would explain: {usual}. Are second strands left out?",
        "none": f"No hate crime of {strands.of:,} carries several strands; {usual}. The export most likely gives one"
        " strand a crime.",
    }[strands.side]


def delay_sentence(delay: Delay) -> str:
    """Say how long recording takes."""
    if not delay.known or delay.median_hours is None:
        return "No hate crime of this period has both a time of report and a later time of recording."
    late, very = (
        f" ({numbers.percent(n / delay.known)})" if delay.known >= SPOKEN_BASE else ""
        for n in (delay.late, delay.very_late)
    )
    text = (
        f"Half the hate crimes of this period are recorded within {delay.median_hours:.1f} hours of the report;"
        f" {delay.late:,} of {delay.known:,}{late} took more than {delay.hours} hours and"
        f" {delay.very_late:,}{very} more than 72."
    )
    if delay.median_days is None:
        return text
    days = numbers.counted(delay.median_days, "day", "days") if delay.median_days >= 1 else "a day"
    long = numbers.counted(delay.long_before, "crime was", "crimes were")
    return f"{text} From offence to record half take {days} or less; {long} recorded more than 28 days after."


def published_sentence(found: Reconciliation) -> str:
    """Say how many published figures agree with ours, and why others are not compared."""
    counts = {LEFT_OUT[why]: numbers.counted(n, "figure", "figures") for why, n in found.left_out.items()}
    left = [f"{figures} not compared: {why}" for why, figures in counts.items()]
    if not len(found.compared):
        return f"No published figure can be set beside ours. {'; '.join(left)}." if left else "None is on file."
    apart = len(found.apart)
    compared = numbers.counted(len(found.compared), "published figure", "published figures")
    differ = "none differs" if not apart else f"{apart:,} {'differs' if apart == 1 else 'differ'}"
    said = f"Of {compared}, {differ} from ours by more than {numbers.percent(found.tolerance)}"
    return f"{said}. {'; '.join(left)}." if left else f"{said}."


def completeness_title(found: Quality | Incidents, records: str = "hate crime") -> str:
    """State which key field of the records is recorded least often."""
    known = found.completeness[found.completeness["of"] > 0]
    if known.empty:
        return f"No {records} in this period"
    least = known.sort_values("share", kind="stable").iloc[0]
    whole, none = int((known["share"] == 1).sum()), int((known["share"] == 0).sum())
    if whole == len(known):
        return f"Every key field is recorded for every {records}"
    complete = f"{whole} of {len(known)} {'is' if whole == 1 else 'are'} complete"
    if none:
        fields = numbers.counted(none, "key field is", "key fields are")
        return f"{fields} not recorded at all; {complete}"
    share = numbers.percent(least["share"]) if least["of"] >= SPOKEN_BASE else f"{least['recorded']} of {least['of']}"
    return f"{least['field']} is recorded least often ({share}); {complete}"


def marked(expected: float, few: bool) -> str:
    """Say which shares of a table of completeness are marked, and how those of `few` records stand there."""
    said = f"below {numbers.percent(expected)} is marked"
    return f"{said}; of fewer than {SPOKEN_BASE}, how many and no mark" if few else said


def completeness_lines(found: Quality | Incidents) -> list[str]:
    """Say of each key field how many records have it: '23 of 162 (14.2 %)  Outcome', of few without per cent."""
    lines = []
    for row in found.completeness.itertuples():
        share = f" ({numbers.percent(row.share)})" if row.of >= SPOKEN_BASE else ""
        lines.append(f"{row.recorded:>8,} of {row.of:,}{share}  {row.field}")
    return lines


def rows_sentence(found: Quality) -> str:
    """Account for every row."""
    elsewhere = (
        f" Outcomes of crimes not loaded here: {found.books.elsewhere:,}; each is joined when its crime is loaded."
        if found.books.elsewhere
        else ""
    )
    cancelled = (
        f"{numbers.counted(found.cancelled, 'crime is', 'crimes are')} cancelled or transferred:"
        f" {'it stays' if found.cancelled == 1 else 'they stay'} in the store and out of every figure."
        if found.cancelled
        else "No crime is cancelled or transferred."
    )
    return (
        f"Rows read {found.rows_read:,} = accepted {found.rows_accepted:,} + rejected {found.rows_rejected:,}, over"
        f" all loads. {cancelled}{elsewhere}"
    )
