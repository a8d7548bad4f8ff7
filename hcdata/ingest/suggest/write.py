"""A draft as a commented TOML layout: what is mapped, how sure and why; what is not sure stands behind a #."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from hcdata.ingest.layouts.layout import PersonSource
from hcdata.ingest.layouts.layout_text import one_line, quote
from hcdata.ingest.people.identifiable import NEEDED as TO_TELL_APART
from hcdata.ingest.suggest.columns import MOST_COLUMNS
from hcdata.ingest.suggest.counts import Counted
from hcdata.ingest.suggest.draft import Draft, file_stem
from hcdata.ingest.suggest.fields import Guess
from hcdata.ingest.values.clean import area_id
from hcdata.ingest.values.row_parts import CRIME
from hcdata.ingest.values.two_kinds import NOT_A_CRIME
from hcdata.schema.feeds import FEEDS

# Headers that tell a file from others: those it cannot be without, then the longest, which few other files have.
_TELLTALES = 5
# Values listed for one field; further ones are counted.
_MOST_LISTED = 60
# Characters before a comment at the end of a line.
_INDENT = 44


def write(draft: Draft) -> str:
    """Return the layout as TOML; every line that is in force is one the draft is at least fairly sure of."""
    head = _head_of_counts(draft, draft.counted) if draft.counted else _head(draft)
    return (
        "\n".join([*head, *_rows(draft), *_fields(draft), *_values(draft), *_strands(draft), *_persons(draft)]) + "\n"
    )


def _begin(draft: Draft, name: str, title: str) -> Iterator[str]:
    where = f"{one_line(draft.grid.label)}, headers on row {draft.header.last + 1}"
    yield f"# Drafted from {where}, by `python -m hcdata layout suggest`."
    yield "# sure: header and values agree. likely: look at it. UNSURE: not in force until its # is taken away."
    yield "# Try it: python -m hcdata layout check FILE --layout THIS_FILE. Then keep it in `layouts` beside the store."
    yield f"name = {quote(name)}"
    yield f"title = {quote(title)}"
    if len(draft.header.texts) > MOST_COLUMNS:
        yield f"# It has {len(draft.header.texts):,} columns: those after the first {MOST_COLUMNS} were not looked at."


def _head_of_counts(draft: Draft, counted: Counted) -> Iterator[str]:
    stem, sheet = file_stem(draft.grid.file), draft.grid.sheet or ""
    name = f"{stem}_{area_id(sheet)}" if sheet else stem
    yield from _begin(draft, name, ": ".join(filter(None, (stem.replace("_", " ").capitalize(), sheet))))
    yield "# The title says in words what is counted: it stands over the table on the Quality page."
    yield 'feed = "series"'
    labels = [guess.column.header for guess in draft.weighed.mapped.values()]
    labels = labels or [column.header for column in draft.columns[:1]] or [counted.first]
    yield f"match = [{', '.join(map(quote, labels))}]"
    yield _line(f"named = {quote(counted.named)}", "its sheet's or file's name: other tables may have these headers")
    if counted.measure and counted.own:
        yield _line(f"measure = {quote(counted.measure)}", "sure: its title is the measure's own")
    else:
        said = (
            "its title speaks of it" if counted.measure else "the measure it is a count of (docs/measures.md), if any"
        )
        yield _line(f"# measure = {quote(counted.measure or '')}", f"UNSURE: {said}; then it is set beside ours")
    span = f"{counted.months[0]:%b %Y} to {counted.months[-1]:%b %Y}"
    yield f"# Months: {len(counted.months)} columns, {span}; one that is added later is read as well."
    if counted.bare:
        yield "# A column left of the months has no header and cannot be used: give it one, such as District."
    yield from _data_to(draft)


def _head(draft: Draft) -> Iterator[str]:
    yield from _begin(draft, file_stem(draft.grid.file), draft.grid.file.stem)
    yield f"feed = {quote(draft.weighed.feed)}"
    yield f"match = [{', '.join(map(quote, _telltales(draft)))}]"
    if draft.blanks:
        yield _line(f"blanks = [{', '.join(map(quote, draft.blanks))}]", "texts met that stand for nothing")
    for text, n in draft.doubtful_blanks.items():
        yield f"# UNSURE: {quote(text)} stands in {n:,} cells: add it to blanks if it means nothing is recorded."
    yield _line(f"date_order = {quote(draft.reading.order)}", draft.reading.why)
    if draft.no_reference:
        yield _line(
            '# no_reference = "row"',
            f"UNSURE: {draft.no_reference:,} rows have no reference and are rejected; with this each is a record",
        )
    if draft.shared and FEEDS[draft.weighed.feed].is_one_a_reference:
        yield f"# {draft.shared:,} rows share their reference with an earlier one: of such rows the first counts."
    yield from _data_to(draft)
    if draft.pattern:
        mark = "# " if {"crime_ref", "incident_ref"} & draft.weighed.candidates.keys() else ""
        yield ""
        yield f"{mark}[reference]"
        yield _line(f"{mark}pattern = '{draft.pattern}'", "the form every reference of the file has, in upper case")
        yield f"{mark}to = '\\0'"


def _data_to(draft: Draft) -> Iterator[str]:
    yield ""
    yield "[data_to]"
    for rule in ("title", "filename"):
        if said := getattr(draft.until.rule, rule):
            yield _line(f"{rule} = '{said}'", draft.until.why)
    if draft.until.doubtful:
        yield _line(f"# filename = '{draft.until.doubtful}'", "UNSURE: the name holds a date, far from the last record")
    if not (draft.until.rule.title or draft.until.rule.filename):
        yield _line(f"through = {quote(draft.until.rule.through)}", draft.until.why)


def _rows(draft: Draft) -> Iterator[str]:
    if draft.rows is None:
        return
    yield ""
    yield "[rows]"
    yield _line(
        f"column = {quote(draft.rows.header)}", "likely: its values say which rows are crimes and which are not"
    )
    yield ""
    yield "[rows.values]"
    for kind, told in ((CRIME, draft.rows.crimes), (NOT_A_CRIME, draft.rows.others)):
        for text, n in told.items():
            yield _line(f"{quote(text)} = {quote(kind)}", f"likely: {n:,} rows")
    yield from _open(draft.rows.unknown)


def _telltales(draft: Draft) -> list[str]:
    mapped = draft.weighed.mapped
    found = [mapped[name].column.header for name in FEEDS[draft.weighed.feed].needed if name in mapped]
    others = [guess.column.header for guess in mapped.values()] + [guess.column.header for guess in draft.strands]
    others += [guess.column.header for one in draft.weighed.candidates.values() for guess in one if guess.named]
    found += sorted(others, key=len, reverse=True) + [column.header for column in draft.columns]
    return list(dict.fromkeys(found))[:_TELLTALES]


def _fields(draft: Draft) -> Iterator[str]:
    mapped, candidates = draft.weighed.mapped, draft.weighed.candidates
    yield ""
    yield "[fields]"
    taken = {guess.column.header for guess in draft.strands}
    for name, guess in mapped.items():
        if name != "strands":
            yield _line(f"{name} = {_spec(draft, guess)}", f"{guess.sure}: {guess.why}")
    for name in draft.missing:
        if name not in candidates:
            yield f"# {name}: no column was found for it; without it every row is rejected"
    for name, guesses in candidates.items():
        for guess in guesses:
            if guess.column.header not in taken and name != "strands":
                yield _line(f"# {name} = {_spec(draft, guess)}", f"UNSURE: {guess.why}")
    if {"district", "district_or_force"} & candidates.keys():
        yield "# Districts not of config.toml are taken as they are with districts_as_found = true, above [data_to]."
    used = taken | {guess.column.header for guess in mapped.values()} | {c for p in draft.persons for c in p.columns}
    used |= {draft.rows.header} if draft.rows else set()
    used |= set(draft.clocks.values()) | {g.column.header for found in candidates.values() for g in found}
    unused = [column.header for column in draft.columns if column.header not in used]
    if unused:
        yield f"# Columns not used: {', '.join(map(quote, unused))}"


def _spec(draft: Draft, guess: Guess) -> str:
    header = guess.column.header
    if clock := draft.clocks.get(header):
        return f"{{ date = {quote(header)}, time = {quote(clock)} }}"
    return quote(header)


def _values(draft: Draft) -> Iterator[str]:
    for name, told in draft.unknown.items():
        yield ""
        if len(told) > _MOST_LISTED:
            yield f"# {name}: {len(told):,} values that nobody knows, too many to list"
            continue
        yield f"# Values of {name} that nobody knows, with their rows: write the id they mean and take the # away."
        yield f"[values.{name}]" if name in draft.weighed.mapped else f"# [values.{name}]"
        yield from _open(told)


def _strands(draft: Draft) -> Iterator[str]:
    for guess in draft.strands:
        mark = "# " if guess.sure == "unsure" else ""
        yield ""
        yield f"{mark}[[strands]]"
        sure = guess.sure if not mark else "UNSURE"
        yield _line(f"{mark}column = {quote(guess.column.header)}", f"{sure}: {guess.why}")
        if guess.otherwise or (mark and not guess.values):
            yield f"{mark}otherwise = {quote(guess.otherwise or '')}"
        if guess.values or (guess.unknown and not mark):
            yield mark.rstrip()
            yield f"{mark}[strands.values]"
            for text, strand in guess.values.items():
                said = f"{'UNSURE' if mark else 'likely'}: its words, or another layout's values"
                yield _line(f"{mark}{quote(text)} = {quote(strand)}", said)
            yield from () if mark else _open(guess.unknown, guess.hints)


def _open(told: Mapping[str, int], hints: Mapping[str, str] = MappingProxyType({})) -> Iterator[str]:
    for text, n in list(told.items())[:_MOST_LISTED]:
        yield _line(f"# {quote(text)} = {quote(hints.get(text, ''))}", f"UNSURE: {n:,} rows")
    if len(told) > _MOST_LISTED:
        yield f"# and {len(told) - _MOST_LISTED:,} values more"


def _persons(draft: Draft) -> Iterator[str]:
    for person in draft.persons:
        yield ""
        if not person.tells_apart:
            yield f"# Nobody is told apart by these columns, so nobody is a repeat: {TO_TELL_APART}."
        yield from ("[[persons]]", *_person(person))


def _person(person: PersonSource) -> Iterator[str]:
    for part, text in person.model_dump(exclude_none=True).items():
        yield f"{part} = {quote(text)}"


def _line(said: str, why: str) -> str:
    return f"{said:<{_INDENT}} # {why}"
