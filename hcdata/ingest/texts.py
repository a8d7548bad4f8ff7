"""The SQL that yields the texts of a grid's columns: each field's, each person's, and those kept with the raw rows."""

from collections.abc import Iterable, Mapping

from hcdata.common.sql import literal
from hcdata.ingest.files.grid import columns
from hcdata.ingest.layouts.fields import DATES, NAMES, PERSON
from hcdata.ingest.layouts.layout import Layout, Moment, PersonSource
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.values import one_column
from hcdata.ingest.values.clean import normalise

# A row with so many cells filled is no footer (macro `footer`): the rest are counted only where the first ones are not.
_FIRST_CELLS = 3


def by_header(source: Recognised) -> dict[str, str]:
    """Return the column of each header, normalised; of two alike the first."""
    found: dict[str, str] = {}
    for header, column in zip(source.headers, columns(len(source.headers)), strict=True):
        found.setdefault(normalise(header), column)
    return found


def blanks(layout: Layout) -> list[str]:
    """Return the texts that stand for nothing, in upper case, the empty one first."""
    return ["", *(word.upper() for word in layout.blanks)]


def of_fields(source: Recognised) -> dict[str, str]:
    """Return the SQL of each field's cleaned text ($blanks)."""
    layout, where = source.layout, by_header(source)
    texts: dict[str, str] = {}
    for field, spec in read(layout).items():
        if isinstance(spec, Moment):
            if normalise(spec.date) in where and normalise(spec.time) in where:
                day, time = _as_kept(where[normalise(spec.date)], source), _clean(where[normalise(spec.time)])
                texts[field] = _written(f"day_and_clock({day}, {time})", where[normalise(spec.date)], source)
        elif normalise(spec) in where:
            column = where[normalise(spec)]
            texts[field] = of_day(column, source) if field in DATES else _clean(column)
    cells = [
        f"'{number}:' || {_clean(where[normalise(strand.column)])}"
        for number, strand in enumerate(layout.strands)
        if normalise(strand.column) in where
    ]
    texts = {field: _without(text, layout.blanks_of.get(field)) for field, text in texts.items()}
    if cells:
        texts["strands"] = f"nullif(concat_ws(chr(31), {', '.join(cells)}), '')"
    return texts


def of_moments(fields: Iterable[str], texts: Mapping[str, str]) -> dict[str, str]:
    """Return the SQL of the moment of each field that holds a date ($date_formats).

    The macro that reads a date is long, and would be planned also for a field of which there is no text.
    """
    return {
        f"{field}_moment": f"moment({field}, $date_formats)" if field in texts else "CAST(NULL AS TIMESTAMP)"
        for field in fields
        if field in DATES
    }


def of_time_faults(source: Recognised) -> str:
    """Return the SQL of what is wrong with times in columns of their own ($blanks), as a row's faults are written."""
    where = by_header(source)
    faults = [
        f"time_fault('{field}', {_clean(where[normalise(spec.date)])}, {_clean(where[normalise(spec.time)])})"
        for field, spec in read(source.layout).items()
        if isinstance(spec, Moment) and normalise(spec.date) in where and normalise(spec.time) in where
    ]
    return f"nullif(concat_ws(';', {', '.join(faults)}), '')" if faults else "CAST(NULL AS VARCHAR)"


def of_kind(source: Recognised) -> str:
    """Return the SQL of the cleaned text that says what a row is ($blanks), where the layout has a column of it."""
    column = by_header(source).get(normalise(source.layout.rows.column)) if source.layout.rows else None
    return _clean(column) if column else "CAST(NULL AS VARCHAR)"


def of_months(source: Recognised) -> str:
    """Return the SQL of the cleaned texts under a table's months, in their order ($blanks)."""
    return f"[{', '.join(map(_clean, source.months))}]"


def of_person(source: Recognised, person: PersonSource) -> dict[str, str] | None:
    """Return the SQL of each of a person's cleaned texts ($blanks); None when the grid has none of the columns."""
    where = by_header(source)
    if not any(normalise(header) in where for header in person.columns):
        return None
    headers = (
        person.role_column,
        person.type,
        person.system_id,
        person.surname,
        person.forenames,
        person.born,
        person.sex,
    )
    found = {}
    for field, header in zip(PERSON, headers, strict=True):
        column = where.get(normalise(header)) if header else None
        text = of_day(column, source) if column and field == "person_born" else _clean(column) if column else None
        if column and field in NAMES:  # a word for nothing may be a name: whose it is, the row tells (`names_somebody`)
            text = f"clean({column}, [''])"
        found[field] = _without(text, source.layout.blanks_of.get(field)) if text else "CAST(NULL AS VARCHAR)"
    return found


def of_row(width: int) -> dict[str, str]:
    """Return the SQL that says of a row of raw cells whether it is blank ($space), a footer or a total."""
    names = columns(width)
    count = f"len(list_filter([{', '.join(names)}], cell -> cell <> ''))"
    full = " AND ".join(f"{name} <> ''" for name in names[:_FIRST_CELLS])
    filled = f"CASE WHEN {full} THEN {width} ELSE {count} END" if width > _FIRST_CELLS else count
    first = f"coalesce({', '.join(f'nullif({name}, {chr(39) * 2})' for name in names)})"
    empty = [f"trim(coalesce({name}, ''), $space) = ''" for name in names]
    blank = f"CASE WHEN {empty[0]} THEN {' AND '.join(empty)} ELSE false END"
    return {"blank": blank, "footer": f"footer({first}, {filled})", "total": f"total_row({first})"}


def kept(source: Recognised) -> dict[str, str]:
    """Return header -> column of what is kept with the raw rows: only what the layout uses."""
    used = source.used
    return {header: column for header, column in by_header(source).items() if header in used}


def guarded(source: Recognised) -> dict[str, str]:
    """Return header -> rule of the columns of persons of whom nothing is kept without leave."""
    return {normalise(h): p.only_if for p in source.layout.persons if p.only_if for h in p.columns}


def read(layout: Layout) -> dict[str, str | Moment]:
    """The fields that are read: of several dates of one column only one."""
    apart = one_column.left_out(layout)
    return {field: spec for field, spec in layout.fields.items() if field not in apart}


def _without(text: str, blanks: Iterable[str] | None) -> str:
    """Return the SQL of a text that is nothing when it is one of a field's own blanks, in any case."""
    if not blanks:
        return text
    # A text of a view takes no parameter of its own; what a layout says is quoted as a literal.
    quoted = ", ".join(literal(word.upper()) for word in blanks)
    return f"CASE WHEN upper({text}) NOT IN ({quoted}) THEN {text} END"


def _clean(column: str) -> str:
    return f"clean({column}, $blanks)"


def of_day(column: str, source: Recognised) -> str:
    """Return the SQL of a date in a column ($blanks), in a form `moment` reads."""
    return _written(_as_kept(column, source), column, source)


def _as_kept(column: str, source: Recognised) -> str:
    """Return the SQL of a date as it is kept; day and month of true dates that were exchanged are put back."""
    if column in source.exchanged:
        return rf"regexp_replace({_clean(column)}, '^(\d{{4}})-(\d\d)-(\d\d)', '\1-\3-\2')"
    return _clean(column)


def _written(text: str, column: str, source: Recognised) -> str:
    """Return the SQL of a date in a form `moment` reads, its numbers in the layout's order."""
    if column in source.counted:
        return f"counted_date({text}, {str(source.counted[column]).lower()})"
    own = source.layout.date_order
    turned = column in source.turned
    order = ("mdy" if own == "dmy" else "dmy") if turned else own
    plain = f"written_date({text}, '{order}')" if column in source.unusual else text
    return f"turned({plain})" if turned else plain
