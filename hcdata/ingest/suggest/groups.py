"""What a header means under a group of headers: "Post code" under "Where", "Outcome" under "Previous"."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from hcdata.ingest.files.header_rows import Headers
from hcdata.ingest.files.month_header import names_month
from hcdata.ingest.layouts.layout_text import one_line
from hcdata.ingest.suggest.names import anything, known, role_and_rest, tells_of_somebody, words

# Groups of several columns from which a row is taken to name groups, whatever their words.
_SEVERAL = 2


def speak(headers: Headers) -> bool:
    """Whether the row above names groups, of several columns or with a group's word, and holds no text of a title.

    Groups that hold the same header are groups: without them it would be one header twice. A group alone is one only
    where it is a person's or of another time or record.
    """
    texts = [group for group in headers.groups if group]
    if not texts or any(map(_of_a_title, texts)):
        return False
    if len({*texts}) == 1:
        return of_another(texts[0]) or role(texts[0]) is not None
    spanning = [group for group in {*texts} if texts.count(group) >= _SEVERAL]
    worded = any(_holds(group, "words") or of_another(group) or of_somebody(group) for group in spanning)
    return worded or len(spanning) >= _SEVERAL or bool(shared(headers))


def shared(headers: Headers) -> set[str]:
    """Return the plain lower texts that stand under several groups, groups of people left out."""
    under: dict[str, set[str]] = defaultdict(set)
    for place, group in enumerate(headers.groups):
        if group and not of_somebody(group):
            under[words(headers.lower(place))].add(words(group))
    return {text for text, over in under.items() if len(over) > 1}


def alone(header: str, group: str, lower: str) -> str:
    """Return the lower text where it may say what a column is without its group, else an empty text.

    Not where it says nothing by itself ("Date"), where both together are a name that is known, or where the group
    speaks of a person or of another time or record.
    """
    asked = words(lower)
    if of_somebody(group) or of_another(group) or asked in known()["groups"]["bare"] or words(header) in _known():
        return ""
    return lower


def doubt(group: str, lower: str, several: Iterable[str]) -> str:
    """Say why a column under a group is nothing that is not known by both texts together; empty for no reason."""
    if of_another(group):
        return f"under '{one_line(group)}', of another time or record"
    return "the same header stands under several groups" if words(lower) in several else ""


def of_another(group: str) -> bool:
    """Whether a group speaks of another time, person or record than the row's own: 'Previous', 'Linked crime'."""
    return _holds(group, "another")


def of_somebody(group: str) -> bool:
    """Whether a group speaks of a person, one of the row's or any other: 'Victims', 'Officer', 'Person details'."""
    roles = {text for texts in known()["roles"].values() for text in texts}
    return tells_of_somebody(group) or _holds(group, "people") or bool(roles & {words(group), *_singular(group)})


def of_people(group: str) -> bool:
    """Whether a group holds what is known of a person whose role a column tells: 'Person', 'Involved party'."""
    return _holds(group, "people") and role(group) is None


def role(group: str) -> str | None:
    """Return the role of the person a group is about and nothing else: 'Victim', 'Victim details', 'Suspect 2'."""
    rest = [word for word in _singular(group) if word not in known()["groups"]["filling"] and not word.isdecimal()]
    found, left = role_and_rest(" ".join([*rest, "."]))
    return found if left == "." else None


def comes_later(group: str, lower: str) -> bool:
    """Whether a date under a group is that of something that came of the crime: 'Recorded' under 'Outcome'."""
    later = set(_singular(group)) & set(known()["groups"]["later"])
    return bool(later) and not later & set(_singular(lower))


def _of_a_title(group: str) -> bool:
    return _holds(group, "titles") or any(map(names_month, words(group).split()))


def _holds(group: str, kind: str) -> bool:
    return bool(set(known()["groups"][kind]) & {*words(group).split(), *_singular(group)})


def _singular(text: str) -> list[str]:
    return [word.removesuffix("s") for word in words(text).split() if word != "s"]


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(anything(()))
