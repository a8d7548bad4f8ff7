"""A layout put right by answers chosen from lists: which column is which field, and how the file is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hcdata.config import Reference
from hcdata.ingest.fields import FIELDS
from hcdata.ingest.layout import DataTo, DateOrder, Layout, Moment, NoReference, StrandSource


@dataclass(frozen=True)
class Answers:
    """What was chosen: headers by field (None: not in the file), columns of strands, how the file is written."""

    fields: Mapping[str, str | None]
    strands: Sequence[str]
    date_order: DateOrder
    no_reference: NoReference
    districts_as_found: bool


def answers_of(layout: Layout) -> Answers:
    """Return the answers that leave a layout as it is; of a date and its time, the date's header."""
    chosen = {
        field: spec.date if isinstance(spec, Moment) else spec
        for field, spec in layout.fields.items()
        if field in FIELDS[layout.feed]
    }
    return Answers(
        chosen,
        [source.column for source in layout.strands],
        layout.date_order,
        layout.no_reference,
        layout.districts_as_found,
    )


def correct(layout: Layout, answers: Answers, pattern: str | None = None, *, served: bool = True) -> Layout:
    """Return the layout the answers say under the same name, of the next version where it has served; else itself.

    `pattern` is the form of the references where another column was chosen for them.
    """
    if answers == answers_of(layout):
        return layout
    kept = {source.column: source for source in layout.strands}
    fields: dict[str, str | Moment] = {}
    for field, header in answers.fields.items():
        if header:
            old = layout.fields.get(field)
            fields[field] = old if isinstance(old, Moment) and old.date == header else header
    whole_months = answers.date_order == "month" != layout.date_order
    return layout.model_copy(
        update={
            "version": layout.version + served,
            "fields": fields,
            "strands": tuple(kept.get(header, StrandSource(column=header)) for header in answers.strands),
            "date_order": answers.date_order,
            "no_reference": answers.no_reference,
            "districts_as_found": answers.districts_as_found,
            "reference": Reference(pattern=pattern, to=r"\0") if pattern else layout.reference,
            "data_to": DataTo(through="month") if whole_months else layout.data_to,
        }
    )
