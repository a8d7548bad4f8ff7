"""Which column is which field, how sure that is, and why: a header's name and its values weighed together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from hcdata.ingest.layouts.fields import DATES
from hcdata.ingest.layouts.layout_text import one_line
from hcdata.ingest.suggest import groups, kinds, names, reference
from hcdata.ingest.suggest.columns import Column
from hcdata.ingest.values.lookup import ANSWERS
from hcdata.schema.feeds import FEEDS

Sure = Literal["sure", "likely", "unsure"]
# The kind of value each field holds; a field that is not here holds any text.
KIND_OF = {
    **kinds.LOOKED_UP,
    **dict.fromkeys(DATES, "date"),
    **dict.fromkeys(ANSWERS, "yes or no"),
    "crime_ref": "reference",
    "incident_ref": "different in every row",
    "linked_crime": "reference",
    "strands": "strand",
    "strand": "strand",
    "offence_code": "offence code",
    "postcode": "postcode",
    "uprn": "UPRN",
    "easting": "easting",
    "northing": "northing",
    "latitude": "latitude",
    "longitude": "longitude",
    "rank": "rank",
}
# Kinds that tell by themselves what a column is, whatever its header says.
TELLING = {"reference", "district", "postcode"}
# Shares of the filled rows: enough to bear a header out; enough by themselves; so few that they speak against it.
BEARS_OUT, ALONE, AGAINST = 0.5, 0.9, 0.1
# Nearness of a header: the same words; a near miss; too far to be named as a candidate.
SAME, NEAR, FAR = 0.97, 0.8, 0.66
# Names no further from a header than its nearest by this are weighed too.
_AS_NEAR = 0.05
# Shares below which a column is not even a candidate, whatever its header says.
LEAST = {"date": 0.1, "different in every row": 0.5, "reference": 0.5}
_REFERENCES = ("reference", "different in every row")
# Fields that take a crime out of the volume wherever they say anything: mapped only where the header says so.
_TAKE_OUT = {"cancelled_date", "cancel_reason"}
# Fields no column about a person is taken for: their home is not where the crime was, their number not its own.
_PLACES = ("address", "place_type", "postcode", "uprn", "easting", "northing", "latitude", "longitude")
_NOT_OF_SOMEBODY = {"crime_ref", "incident_ref", "linked_crime", "district", "district_or_force", *_PLACES}
# Dates of the crime itself: none of what came of it ("Date Recorded" under "Outcome").
_EARLIEST = {"recorded", "reported", "committed"}
# Headers that may be an event's or anybody's; an event's name is shown to all.
_OF_ANYBODY = {"name"}
_RECORD = {"id", "number", "no", "ref", "reference", "urn"}
# A field its record cannot be without comes first where a column may be either of two.
_NEEDED = 0.1
# By how much a header known without its group weighs less than one known as it stands.
_GROUPED = 0.05


@dataclass(frozen=True)
class Guess:
    """A column that may be a field: how sure, in words why, and the weight it was chosen by."""

    field: str
    column: Column
    sure: Sure
    why: str
    weight: float
    near: float = 0.0

    @property
    def named(self) -> bool:
        """Whether the header by itself says what the column is."""
        return self.near >= SAME


@dataclass(frozen=True)
class Weighed:
    """A feed's guesses: the columns mapped, by field, and what else a field might be."""

    feed: str
    mapped: dict[str, Guess]
    candidates: dict[str, list[Guess]] = field(default_factory=dict)

    @property
    def weight(self) -> float:
        """How well the feed explains the columns."""
        return sum(guess.weight for guess in self.mapped.values())

    def holds(self, name: str) -> bool:
        """Whether a column is mapped to a field, or several are as good for it."""
        return name in self.mapped or any(guess.sure != "unsure" for guess in self.candidates.get(name, ()))

    @property
    def order(self) -> tuple[str, ...]:
        """The feed's fields in the order they are written."""
        return FEEDS[self.feed].fields

    @property
    def needed(self) -> tuple[str, ...]:
        """The fields a record of the feed cannot be without."""
        return FEEDS[self.feed].needed

    def best(self, name: str) -> Guess | None:
        """Return the column mapped to a field, else the first that may be it."""
        return self.mapped.get(name) or next(iter(self.candidates.get(name, ())), None)

    def candidates_of(self, kind: str) -> list[str]:
        """Return the headers of the columns that may be a field of a kind, each once."""
        found = (guess for name, every in self.candidates.items() if KIND_OF.get(name) == kind for guess in every)
        return list(dict.fromkeys(guess.column.header for guess in found))


def weigh(
    feed: str,
    columns: Iterable[Column],
    shares: Mapping[str, Mapping[str, float]],
    known: Mapping[str, set[str]],
) -> Weighed:
    """Weigh every column for every field of a feed; `shares` by header. Each column is mapped to one field at most."""
    order, needed = FEEDS[feed].fields, FEEDS[feed].needed
    guesses: list[Guess] = []
    for column in columns:
        every = (_guess(name, column, dict(shares[column.header]), known[name], needed) for name in order)
        guesses += _nearest([guess for guess in every if guess])
    guesses.sort(key=lambda guess: (-guess.weight, guess.column.place))
    mapped: dict[str, Guess] = {}
    taken: set[str] = set()
    contested: set[str] = set()
    candidates: dict[str, list[Guess]] = {}
    for guess in guesses:
        if guess.column.header in taken or guess.field in mapped:
            continue
        if guess.sure != "unsure" and any(_rivals(guess, other, taken) for other in guesses):
            contested.add(guess.field)
        # Where two columns are as good as each other, no third that is less good takes their place.
        if guess.sure == "unsure" or guess.field in contested:
            candidates.setdefault(guess.field, []).append(guess)
            continue
        mapped[guess.field] = guess
        taken.add(guess.column.header)
    left = {
        name: still
        for name in order
        if name not in mapped and (still := [g for g in candidates.get(name, ()) if g.column.header not in taken])
    }
    return Weighed(feed, {name: mapped[name] for name in order if name in mapped}, left)


def _nearest(guesses: list[Guess]) -> list[Guess]:
    """Return the guesses at one column whose names come nearest: 'Date Recorded' is not nearly 'Date Reported'."""
    best = max((guess.near for guess in guesses), default=0.0)
    return [guess for guess in guesses if guess.near >= best - _AS_NEAR or (guess.sure != "unsure" and best < NEAR)]


def _rivals(guess: Guess, other: Guess, taken: set[str]) -> bool:
    """Whether another column is as good for the same field: then neither is mapped."""
    return (
        other.field == guess.field
        and other.column.header != guess.column.header
        and other.column.header not in taken
        and other.sure != "unsure"
        # Known by their values alone, no header says which of the two it is.
        and (abs(other.weight - guess.weight) < 0.02 or max(guess.near, other.near) < NEAR)
    )


def _guess(name: str, column: Column, shares: dict[str, float], known: set[str], needed: Sequence[str]) -> Guess | None:
    kind = KIND_OF.get(name)
    whole = names.nearness(column.header, known)
    near = max(whole, names.nearness(column.alone, known))
    # Known by both rows of its header, or by the lower one alone.
    by_lower = near > whole
    share = _share(kind, shares)
    said = f"header {'is a known name' if near >= SAME else f'is like a known name ({near:.0%})'}"
    said += f", under '{one_line(column.group)}'" if by_lower else ""
    doubt = _doubt(name, column) if whole < SAME else ""
    if not column.filled:
        return Guess(name, column, "unsure", "every cell is blank", near, near) if near >= SAME else None
    if kind in _REFERENCES and near < SAME and kinds.moment_share(shares) >= ALONE:
        return None
    if kind is None:
        if near >= SAME and names.words(column.header) in _OF_ANYBODY:
            return Guess(name, column, "unsure", f"{said}, and may be a person's", near, near)
        if near >= SAME:
            return Guess(name, column, "likely" if by_lower else "sure", said, near - _GROUPED * by_lower, near)
        return Guess(name, column, "unsure", said, near, near) if near >= NEAR else None
    by_form = kind != "different in every row" and (kind != "reference" or "reference" in shares)
    shown = f"{share:.0%} of its values read as {kind}" if by_form else _distinct(column)
    sure: Sure
    if share >= BEARS_OUT and near >= NEAR:
        sure = "sure" if near >= SAME and share >= ALONE else "likely"
    elif kind in TELLING and shares.get(kind, 0.0) >= ALONE:
        sure, said = "likely", "header says nothing"
    elif near >= SAME and share >= AGAINST and kind != "date":
        sure = "likely"
    elif (near >= FAR and share >= LEAST.get(kind, 0.001)) or (near >= SAME and kind not in LEAST):
        sure = "unsure"
    elif name in needed and kind in _REFERENCES and share >= ALONE and _names_a_record(column):
        sure, said = "unsure", "header may name a record"
    elif name in needed and kind == "date" and share >= ALONE and not names.tells_of_somebody(column.header):
        sure, said = "unsure", "header does not say which date"
    else:
        return None
    if sure != "unsure" and whole < SAME and name in _TAKE_OUT:
        sure, said = "unsure", f"{said}, and with it crimes are cancelled"
    if sure != "unsure" and near < SAME and name in _NOT_OF_SOMEBODY and _tells_of_somebody(column):
        sure, said = "unsure", "header tells of a person"
    if doubt:
        sure, said = "unsure", doubt
    if by_lower and sure == "sure":
        sure = "likely"
    if kind == "date" and kinds.month_share(shares) >= BEARS_OUT:
        sure = "likely" if sure == "sure" else sure
        shown += ", whole months only"
    weight = near - _GROUPED * by_lower + share / 4 + (_NEEDED if name in needed else 0)
    return Guess(name, column, sure, f"{said}; {shown}", weight, near)


def _doubt(name: str, column: Column) -> str:
    """Say why a column may not be a field of the row that its header under a group comes near to."""
    if name in _EARLIEST and groups.comes_later(column.group, column.lower):
        return f"under '{one_line(column.group)}', which comes later"
    return column.doubt


def _tells_of_somebody(column: Column) -> bool:
    return names.tells_of_somebody(column.header) or groups.of_somebody(column.group)


def _names_a_record(column: Column) -> bool:
    """Whether a header says number or reference and the cells do not merely count the rows."""
    named = bool(_RECORD & set(names.words(column.header).split()))
    return named and not reference.count_rows(column.values, column.rows)


def _distinct(column: Column) -> str:
    return f"{column.distinct:,} different values in {column.present:,} rows"


def _share(kind: str | None, shares: dict[str, float]) -> float:
    if kind == "date":
        return max(kinds.moment_share(shares), kinds.month_share(shares))
    if kind == "reference":
        return max(shares.get("reference", 0.0), shares.get("different in every row", 0.0) * 0.95)
    return shares.get(kind or "", 0.0)
