"""Which values a draft may list: none that may be about a person, also where they stand in the wrong column."""

from collections.abc import Callable, Iterable

from hcdata.ingest.layouts.fields import PERSONAL
from hcdata.ingest.people.name_screen import words_of
from hcdata.ingest.suggest import persons
from hcdata.ingest.suggest.columns import Column
from hcdata.ingest.suggest.fields import Weighed
from hcdata.ingest.values.clean import normalise
from hcdata.ingest.values.lookup import showable


def listable(columns: list[Column], weighed: Weighed, nobody: Iterable[str]) -> Callable[[str], bool]:
    """Return what says of a value that it may be listed: it is not all names met, nor a cell of a personal column.

    `nobody` are the names that stand for no one.
    """
    unnamed = {normalise(name) for name in nobody}
    named = persons.with_parts(columns, "surname", "forenames")
    about = named | persons.with_parts(columns, "system_id")
    every = [*weighed.mapped.values(), *(guess for found in weighed.candidates.values() for guess in found)]
    about |= {guess.column.header for guess in every if guess.field in PERSONAL}
    names = {word for one in columns if one.header in named for text in one.values for word in words_of(text)}
    names -= unnamed
    cells = {normalise(text) for one in columns if one.header in about for text in one.values} - unnamed

    def may_be_listed(text: str) -> bool:
        words = words_of(text)
        return showable(text) and normalise(text) not in cells and not (words and words <= names)

    return may_be_listed
