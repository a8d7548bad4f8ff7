"""What a draft leaves open: one date a column, what stands in for a field nobody names, or all of it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from hcdata.ingest.layouts.fields import DATES
from hcdata.ingest.suggest import kinds, names
from hcdata.ingest.suggest.columns import Column
from hcdata.ingest.suggest.fields import ALONE, NEAR, Guess, Weighed
from hcdata.ingest.suggest.reference import may_refer

# What stands in for the recorded date where a file has none, nearest first.
_NEAREST = ("reported", "committed")
_REFERENCES = ("crime_ref", "incident_ref")
# Words of a header over the numbers a system gives its records, or only its rows.
_OF_A_RECORD = {"id", "objectid", "oid", "fid", "rowid", "globalid", "uid", "number", "no", "ref", "reference", "urn"}


def settle(weighed: Weighed, columns: Iterable[Column], shares: Mapping[str, Mapping[str, float]]) -> Weighed:
    """Offer what stands in for a needed field, and every column of dates for one field only; `shares` by header."""
    return _one_date_each(_with_reference(_with_recorded(weighed), columns, shares))


def nothing_sure(weighed: Weighed) -> Weighed:
    """Put everything mapped among the candidates: no header of the file is a name that is known."""
    doubted = {name: [_doubted(guess)] for name, guess in weighed.mapped.items()}
    candidates = {name: [*doubted.get(name, ()), *weighed.candidates.get(name, ())] for name in weighed.order}
    return replace(weighed, mapped={}, candidates={name: found for name, found in candidates.items() if found})


def _doubted(guess: Guess) -> Guess:
    return replace(guess, sure="unsure")


def _with_recorded(weighed: Weighed) -> Weighed:
    """Offer the nearest date as the recorded one where the file has none: as both, nothing would take any time."""
    near = next((name for name in _NEAREST if weighed.best(name)), None)
    have = weighed.best("recorded")
    stands = have and (
        have.sure != "unsure" or have.near >= NEAR or not names.speaks_of_the_offence(have.column.header)
    )
    if "recorded" not in weighed.needed or stands or near is None:
        return weighed
    found = weighed.best(near)
    why = f"no recorded date; {near} is the nearest, and one column is not both"
    offered = [replace(found, field="recorded", sure="unsure", why=why)] if found else []
    mapped = {name: guess for name, guess in weighed.mapped.items() if name != near}
    return replace(weighed, mapped=mapped, candidates={**weighed.candidates, near: [], "recorded": offered})


def _with_reference(weighed: Weighed, columns: Iterable[Column], shares: Mapping[str, Mapping[str, float]]) -> Weighed:
    """Offer the incident's number, else the first column that may hold references, where none is the record's."""
    needed = [name for name in weighed.needed if name in _REFERENCES and not weighed.best(name)]
    if needed and (other := weighed.mapped.get("incident_ref")):
        mapped = {name: guess for name, guess in weighed.mapped.items() if guess is not other}
        offered = replace(other, field=needed[0], sure="unsure", why=f"the only reference; {other.why}")
        return replace(weighed, mapped=mapped, candidates={**weighed.candidates, needed[0]: [offered]})
    taken = {guess.column.header for guess in weighed.mapped.values()}
    free = [
        one
        for one in columns
        if one.header not in taken and not names.is_no_reference(one.header) and _may_refer(one, shares[one.header])
    ]
    why = "its values look like references"
    if not free:
        why = "it may only number the rows of this file"
        free = [one for one in columns if one.header not in taken and _numbers_rows(one, shares[one.header])]
    if not needed or not free:
        return weighed
    why = f"{why}; {free[0].distinct:,} different values in {free[0].present:,} rows"
    return replace(
        weighed, candidates={**weighed.candidates, needed[0]: [Guess(needed[0], free[0], "unsure", why, 0.0)]}
    )


def _numbers_rows(column: Column, shares: Mapping[str, float]) -> bool:
    """Whether a header says number of a record, and no cell is like another: better than none to look at."""
    named = set(names.words(column.header).split()) & _OF_A_RECORD
    return bool(named) and not names.is_no_reference(column.header) and _tells_apart(column, shares)


def _may_refer(column: Column, shares: Mapping[str, float]) -> bool:
    return _tells_apart(column, shares) and may_refer(column.values, column.rows)


def _tells_apart(column: Column, shares: Mapping[str, float]) -> bool:
    different = shares.get("different in every row", 0.0) >= ALONE
    return different and column.rows > 1 and kinds.moment_share(shares) < ALONE


def _one_date_each(weighed: Weighed) -> Weighed:
    """Leave each column of dates to the field its header nearly names, else to the needed one."""
    offered = [guess for name, found in weighed.candidates.items() if name in DATES for guess in found]
    needed = weighed.needed
    of_column: dict[str, str] = {}
    for guess in sorted(offered, key=lambda one: (one.near >= NEAR, one.field in needed, one.near)):
        of_column[guess.column.header] = guess.field
    kept = {
        name: [guess for guess in found if name not in DATES or of_column[guess.column.header] == name]
        for name, found in weighed.candidates.items()
    }
    return replace(weighed, candidates={name: kept[name] for name in weighed.order if kept.get(name)})
