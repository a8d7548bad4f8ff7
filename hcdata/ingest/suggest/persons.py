"""The columns of people in a row: known by their headers alone, for no value of a person is looked at."""

from collections.abc import Iterable, Iterator

from hcdata.ingest.layouts.layout import PersonSource
from hcdata.ingest.suggest import groups, names
from hcdata.ingest.suggest.columns import Column
from hcdata.schema.feeds import FEEDS

# Headers that say nothing of a person unless a role stands before them.
_ANYBODYS = {"id", "urn", "type"}


def guess(columns: Iterable[Column], feed: str, *, flagged: bool) -> list[PersonSource]:
    """Return the people of a row: by role ("Victim Surname"), or one whose role stands in a column of its own.

    Of an incident only victims are read, unless a column says that the threshold is met (`flagged`).
    """
    if not FEEDS[feed].roles:
        return []
    told = [(role, part, column) for column in columns for role, part in _parts(column)]
    by_role: dict[tuple[str | None, str], dict[str, str]] = {}
    for role, part, column in told:
        # "Suspect 1" and "Suspect 2" are two people.
        several = len({one.group for its, _, one in told if its == role and one.group}) > 1
        by_role.setdefault((role, column.group if several else ""), {}).setdefault(part, column.header)
    found = [_source(role, headers) for (role, _), headers in by_role.items() if _names_somebody(role, headers)]
    if feed == "incident":
        found = [
            person if person.role == "victim" else person.model_copy(update={"only_if": "threshold_met"})
            for person in found
            if person.role == "victim" or flagged
        ]
    return found


def about(columns: Iterable[Column]) -> set[str]:
    """Return the headers of columns about people, whether or not they are read."""
    return {column.header for column in columns if any(_parts(column))}


def with_parts(columns: Iterable[Column], *parts: str) -> set[str]:
    """Return the headers of columns that hold one of these parts of a person: surname, system_id ..."""
    return {
        column.header
        for column in columns
        if {*parts} & {part for _, part in (*_parts(column), *_named(*names.role_and_rest(names.words(column.lower))))}
    }


def _parts(column: Column) -> Iterator[tuple[str | None, str]]:
    """The role a column's header begins with or stands under, and the part of a person the rest of it names."""
    role, rest = names.role_and_rest(names.words(column.header))
    found = list(_named(role, rest))
    if not found and column.lower and not groups.of_another(column.group):
        over, (role, rest) = groups.role(column.group), names.role_and_rest(names.words(column.lower))
        if over or role or groups.of_people(column.group):
            found = list(_named(role or over, rest))
    yield from found


def _named(role: str | None, rest: str) -> Iterator[tuple[str | None, str]]:
    for part, texts in names.known()["person"].items():
        if rest in {*map(names.words, texts)} and (role or rest not in _ANYBODYS):
            yield role, part


def _names_somebody(role: str | None, headers: dict[str, str]) -> bool:
    return ("role_column" in headers or role is not None) and bool({"system_id", "surname"} & headers.keys())


def _source(role: str | None, headers: dict[str, str]) -> PersonSource:
    wanted = {part: header for part, header in headers.items() if role is None or part != "role_column"}
    return PersonSource.model_validate({"role": role, **wanted})
