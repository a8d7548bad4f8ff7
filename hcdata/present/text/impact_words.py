"""Each thing wrong with the data in a sentence or two, and what leads to its rows."""

from dataclasses import dataclass, replace

from hcdata.present.text import count_words, numbers
from hcdata.present.text.data_quality import published_sentence, strands_sentence
from hcdata.present.text.largest import SPOKEN_BASE
from hcdata.schema.feeds import FEEDS
from hcdata.schema.issues import FIELDS, NOTES
from hcdata.schema.unjoined import DOES, WHY
from hcdata.views.quality.answer import Quality
from hcdata.views.quality.impact_kinds import (
    Absent,
    BeginsLate,
    EndsEarly,
    Gap,
    Impact,
    InPart,
    Level,
    Lost,
    NeverLoaded,
    OfNote,
    PublishedApart,
    StillCounted,
    StrandsOdd,
    TableApart,
    Uncounted,
    Unflagged,
    Unjoined,
    Unrecorded,
)
from hcdata.views.results import Figure

# What a list of cases is asked for: a measure and a state, or a note in the place of the measure.
NOTE_PREFIX = "note-"


@dataclass(frozen=True)
class Said:
    """One sentence or two, and what leads to the rows: a list of cases with its label, or a place on the page."""

    text: str
    cases: dict[str, str] | None = None
    label: str = ""
    anchor: str = ""


def findings(found: Quality, level: Level, *, references: bool = True) -> list[Said]:
    """Say what is wrong at one level, worst first; without `references` for what leaves the dashboard."""
    impacts = [impact if references else _without_refs(impact) for impact in found.impacts if impact.level == level]
    return [_say(impact, found) for impact in impacts]


def _say(impact: Impact, found: Quality) -> Said:
    match impact:
        case Unrecorded(figure=figure):
            return _unrecorded(figure)
        case Unflagged():
            total, dots = found.noted.total, " ..." if impact.n > len(impact.refs) else ""
            named = f" ({', '.join(impact.refs)}{dots})" if impact.refs else ""
            apart = found.noted.count("aggravated_not_counted")
            whole = f"{total + impact.n + apart:,} with the {apart:,} of an aggravated code that"
            too = f", and {whole} {'carries' if apart == 1 else 'carry'} none either" if apart else ""
            return _noted(
                impact,
                f"The total read out is {total:,}; with {_those(impact)} it would be {total + impact.n:,}{named}{too}."
                f" {NOTES[impact.note].do}",
            )
        case Uncounted():
            total = found.noted.total
            return _noted(
                impact, f"The total read out is {total:,}; with {_those(impact)} it would be {total + impact.n:,}."
            )
        case StillCounted():
            total = found.noted.total
            return _noted(
                impact, f"The total read out is {total:,}; without {_those(impact)} it would be {total - impact.n:,}."
            )
        case Lost():
            feeds = found.books.feeds[found.books.feeds["lost"] > 0]
            each = [f"{n:,} of the {FEEDS[feed].title}" for n, feed in zip(feeds["lost"], feeds["feed"], strict=True)]
            rows = numbers.counted(impact.n, "row that may be a record was", "rows that may be records were")
            text = (
                f"{rows} rejected, of {impact.of:,} rows of such files read over all loads"
                f" ({numbers.listed(each)}): a record among them is in no figure unless another row gave it."
            )
            return Said(text, label="Rejected rows", anchor="rejects")
        case BeginsLate():
            text = (
                f"The {FEEDS[impact.feed].title} begins in {numbers.month(impact.day)}: its figures leave out what came"
                " before, which is not loaded."
            )
            return Said(text, label="Files loaded", anchor="files")
        case EndsEarly():
            then = (
                "an outcome given later counts only where the crime's own row says so"
                if impact.feed == "outcome"
                else "its figures are counted to that day"
            )
            text = f"The {FEEDS[impact.feed].title} ends on {numbers.day(impact.day)}, before the period does: {then}."
            return Said(text, label="Files loaded", anchor="files")
        case InPart():
            return Said(_part(impact), label="Files loaded", anchor="files")
        case Gap():
            return Said(_gap(impact), label="Files loaded", anchor="files")
        case NeverLoaded():
            named = numbers.listed(list(impact.areas), "or")
            text = f"No {FEEDS[impact.feed].title} speaks for {named}: not loaded, and in no figure."
            return Said(text, label="Files loaded", anchor="files")
        case Absent():
            fields = ", ".join(FIELDS[note] for note in impact.notes)
            text = f"Recorded for no hate crime of this period: {fields}. What needs one of them cannot be counted."
            return Said(text, label="Completeness", anchor="completeness")
        case Unjoined():
            rows = f"{numbers.counted(impact.n, 'row', 'rows')} {WHY[impact.detail]}"
            return Said(f"{rows}. {DOES[impact.field]}", label="Cells that could not be read", anchor="faults")
        case StrandsOdd():
            return Said(strands_sentence(found.strands), *_rows(impact))
        case PublishedApart():
            return Said(published_sentence(found.published), label="Published figures", anchor="published")
        case TableApart(table=table):
            return Said(count_words.sentence(table), label="Tables of monthly counts", anchor="tables")
        case OfNote():
            return _noted(impact, NOTES[impact.note].does)
    raise TypeError(f"no words for {type(impact).__name__}")


def _without_refs(impact: Impact) -> Impact:
    return replace(impact, refs=()) if isinstance(impact, Unflagged) else impact


def _gap(impact: Gap) -> str:
    """Say whose months no extract speaks for, and what to ask."""
    who = numbers.listed(list(impact.areas)) or "All districts"
    months = numbers.listed([f"{month:%B %Y}" for month in impact.months])
    they = (
        "It is not loaded: no figure holds it"
        if len(impact.months) == 1
        else "They are not loaded: no figure holds them"
    )
    if impact.why == "empty":
        cause, ask = f"the extract that speaks for {months} has no row", "Ask whether rows were left out"
    elif impact.why == "rejected":
        cause, ask = f"the rows of {months} were rejected", "Mend them and load them again"
    else:
        cause, ask = f"no extract speaks for {months}", "Ask whether a file never came"
    return f"{who}: {cause} ({FEEDS[impact.feed].title}). {they}. {ask}."


def _part(impact: InPart) -> str:
    """Say whose months are loaded in part only, and why."""
    who = numbers.listed(list(impact.areas)) or "All districts"
    months = numbers.listed([f"{month:%B %Y}" for month in impact.months])
    cause = {
        "rejected": "so many of its rows were rejected that it shows: mend them and load them again",
        "starts": "the first extract begins within it",
        "ends": "the last extract ends within it: ask for the rest",
    }[impact.why]
    return f"{who}: {months} is loaded in part only ({FEEDS[impact.feed].title}), and not judged; {cause}."


def _those(impact: Impact) -> str:
    return "that one" if impact.n == 1 else "them"


def _noted(impact: OfNote, does: str) -> Said:
    return Said(f"{noted(impact.note, impact.n, impact.of)}. {does}", *_rows(impact))


def noted(note: str, n: int, of: int) -> str:
    """Say how many crimes have a note: '219 hate crimes of 1,798 (12.2 %) without a usable grid reference'."""
    words = NOTES[note].crimes
    crimes = "hate crime" if n == 1 else "hate crimes"
    if note in ("aggravated_not_counted", "no_strand"):
        return f"{numbers.counted(n, 'crime', 'crimes')} {words}"
    return f"{n:,} {crimes} of {of:,}{f' ({numbers.percent(n / of)})' if of >= SPOKEN_BASE else ''} {words}"


def _rows(impact: OfNote) -> tuple[dict[str, str], str]:
    return {"measure": NOTE_PREFIX + impact.note, "state": "all"}, numbers.counted(impact.n, "crime", "crimes")


def _unrecorded(figure: Figure) -> Said:
    assert figure.of
    most = figure.n + figure.not_recorded
    read, would = (
        numbers.percent(n / figure.of) if figure.of >= figure.minimum_n else f"{n:,} of {figure.of:,}"
        for n in (figure.n, most)
    )
    have, them = ("has", "it") if figure.not_recorded == 1 else ("have", "all of them")
    text = (
        f"{figure.title}: {figure.not_recorded:,} of {figure.of:,} due {have} nothing recorded. The figure"
        f" read out is {read}; with {them} met it would be {would}."
    )
    cases = {"measure": figure.measure, "state": "not_recorded"}
    return Said(text, cases, f"{numbers.counted(figure.not_recorded, 'case', 'cases')} with nothing recorded")
