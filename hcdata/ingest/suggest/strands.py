"""Columns of hate strands: one cell with several, or a column for each strand; and what values not known may mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from hcdata.common.config import Config
from hcdata.ingest.layouts.layout import Layout, StrandSource
from hcdata.ingest.layouts.layout_text import one_line
from hcdata.ingest.suggest.columns import Column
from hcdata.ingest.suggest.fields import ALONE, BEARS_OUT, NEAR, SAME, Sure
from hcdata.ingest.suggest.names import nearness, words
from hcdata.ingest.values import clean

# A header that holds one of these beside a strand's name is about that strand as a motive, not about a person.
_MOTIVE = {"hate", "bias", "flag", "marker", "motivated", "motivation", "aggravated", "strand"}
# Words of strand values that say nothing of the strand.
_EMPTY = {
    *("anti", "hate", "crime", "incident", "bias", "other", "and", "or"),
    *("mental", "physical", "identity", "group", "mixed", "male", "female"),
}
_ALONE = "no other strand has a column, and it may tell of a person"
_NO = {*StrandSource(column="").no, "false", "0", "f"}


@dataclass(frozen=True)
class StrandGuess:
    """A column of strands: what any value in it means, the values that mean something by themselves, how sure."""

    column: Column
    sure: Sure
    why: str
    otherwise: str | None
    values: dict[str, str]
    unknown: dict[str, int]
    hints: dict[str, str]
    meant: float = 0.0


class Vocabulary:
    """What points to a strand of config: its names and aliases, whole values of layouts, and single words of both."""

    def __init__(self, config: Config, layouts: Iterable[Layout]) -> None:
        """Gather them."""
        self.index = clean.index(config.strand)
        there = {strand.id for strand in config.strand}
        self.headers = {words(text): strand for text, strand in self.index.items()}
        self.values = {
            clean.normalise(text): strand
            for layout in layouts
            for source in layout.strands
            for text, strand in source.values.items()
            if strand in there
        }
        self.own = _by_word(self.index)
        self.theirs = _by_word(self.values)

    def known(self, text: str) -> bool:
        """Whether the cleaner maps it without the layout's help."""
        return clean.strand(text, self.index) != clean.UNMAPPED

    def mean(self, text: str) -> str | None:
        """Return the strand a value means: by a layout's values, or by words of config that agree."""
        return self.values.get(clean.normalise(text)) or _agreed(text, self.own)

    def hint(self, text: str) -> str:
        """Return the strand its words may point to, in layouts for other files; an empty text for none."""
        return _agreed(text, self.theirs) or ""

    def header(self, asked: str) -> str | None:
        """Return the strand a header is about, the words that speak of a motive left out."""
        rest = [word for word in words(asked).split() if word not in _MOTIVE]
        return self.headers.get(" ".join(rest)) or _agreed(asked, self.own)


def _by_word(index: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, set[str]] = defaultdict(set)
    for text, strand in index.items():
        for word in set(words(text).split()) - _EMPTY:
            found[word].add(strand)
    return {word: one for word, strands in found.items() if len(strands) == 1 for one in strands}


def _agreed(text: str, index: Mapping[str, str]) -> str | None:
    found = {index[word] for word in words(text).split() if word in index}
    return found.pop() if len(found) == 1 else None


def guess(
    columns: Iterable[Column], shares: Mapping[str, Mapping[str, float]], known: set[str], vocabulary: Vocabulary
) -> list[StrandGuess]:
    """Return the columns that hold strands, mapped or not sure, in the order of the file."""
    found = (_whole(one, shares[one.header], known, vocabulary) or _flag(one, vocabulary) for one in columns)
    guessed = [one for one in found if one]
    if any(one.meant >= ALONE for one in guessed):
        # Beside a column of strands, one whose values point to none may speak of anything.
        guessed = [replace(one, sure="unsure") if not one.meant and not one.otherwise else one for one in guessed]
    flags = [one for one in guessed if one.otherwise]
    if len(flags) > 1 or any(_speaks_of_motive(one.column) for one in flags):
        return guessed
    # "Disability" by itself, yes or no, may as well be the victim's.
    return [replace(one, sure="unsure", why=f"{one.why}; {_ALONE}") if one in flags else one for one in guessed]


def _whole(column: Column, shares: Mapping[str, float], known: set[str], vocabulary: Vocabulary) -> StrandGuess | None:
    """A column whose header says strands, or whose values are strands."""
    whole = nearness(column.header, known)
    near = max(whole, nearness(column.alone, known))
    named = whole >= SAME
    share = shares.get("strand", 0.0)
    told = _parts(column)
    total = sum(told.values())
    if not total or not (near >= NEAR or share >= ALONE) or shares.get("yes or no", 0.0) >= BEARS_OUT:
        return None
    values = {text: strand for text in told if not vocabulary.known(text) and (strand := vocabulary.mean(text))}
    unknown = {text: n for text, n in told.items() if not vocabulary.known(text) and text not in values}
    meant = 1 - sum(unknown.values()) / total
    sure: Sure = "sure" if named and share >= ALONE else "likely" if meant >= (0 if named else BEARS_OUT) else "unsure"
    said = f"header {'is a known name' if near >= SAME else 'is like a known name' if near >= NEAR else 'says nothing'}"
    said += f", under '{one_line(column.group)}'" if near > whole else ""
    if column.doubt and not named:
        sure, said = "unsure", column.doubt
    hints = {text: vocabulary.hint(text) for text in unknown}
    return StrandGuess(
        column, sure, f"{said}; {meant:.0%} of its values point to a strand", None, values, unknown, hints, meant
    )


def _flag(column: Column, vocabulary: Vocabulary) -> StrandGuess | None:
    """A column of one strand: its header names the strand, its cells say yes or no, or of what kind."""
    motive = _speaks_of_motive(column)
    strand = vocabulary.header(column.header)
    yes = all(clean.yes_no(text) is not None or clean.normalise(text) in _NO for text in column.values)
    told = {text: n for text, n in _parts(column).items() if not yes}
    if not column.filled or not (motive or (strand and yes)):
        return None
    if strand is None:
        why = "header speaks of a motive and names no strand"
        return StrandGuess(column, "unsure", why, None, {}, told, {}) if told else None
    apart = {text: one for text in told if (one := _apart(text, vocabulary)) and one != strand}
    why = f"header names {strand}; cells say {'yes or no' if yes else 'no, or of what kind'}"
    if column.doubt:
        return StrandGuess(column, "unsure", column.doubt, strand, apart, {}, {})
    return StrandGuess(column, "sure" if motive and yes else "likely", why, strand, apart, {}, {})


def _speaks_of_motive(column: Column) -> bool:
    return bool(_MOTIVE & set(words(column.header).split()))


def _apart(text: str, vocabulary: Vocabulary) -> str | None:
    found = clean.strand(text, vocabulary.index)
    return vocabulary.mean(text) if found == clean.UNMAPPED else found


def _parts(column: Column) -> dict[str, int]:
    """The single values of a column's cells, with their rows, most first; a no among them left out."""
    found: dict[str, int] = defaultdict(int)
    for text, n in column.values.items():
        for part in filter(None, (part.strip() for part in re.split(StrandSource(column="").split, text))):
            if clean.normalise(part) not in _NO:
                found[part] += n
    return dict(sorted(found.items(), key=lambda item: -item[1]))
