"""A layout put right by answers chosen from lists: which column is which field, and how the file is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hcdata.common.config import Reference
from hcdata.common.errors import ConfigError
from hcdata.ingest.layouts.layout import (
    DataTo,
    DateOrder,
    Layout,
    Moment,
    NoReference,
    PersonSource,
    StrandSource,
)
from hcdata.ingest.values.clean import normalise
from hcdata.schema.feeds import FEEDS

# The columns of a person that can be chosen, in the order a row is read.
PARTS = ("role_column", "type", "system_id", "surname", "forenames", "born", "sex")


@dataclass(frozen=True)
class Corrections:
    """What was chosen: headers by field (None: not in the file), of strands and people, how the file is written.

    `said` is the strand any value but no stands for, by the header of a column of strands.
    """

    fields: Mapping[str, str | None]
    strands: Sequence[str]
    persons: Sequence[PersonSource]
    date_order: DateOrder
    no_reference: NoReference
    districts_as_found: bool
    measure: str | None = None
    said: Mapping[str, str | None] = field(default_factory=dict)


def corrections_of(layout: Layout) -> Corrections:
    """Return the answers that leave a layout as it is; of a date and its time, the date's header."""
    chosen = {
        name: spec.date if isinstance(spec, Moment) else spec
        for name, spec in layout.fields.items()
        if name in FEEDS[layout.feed].fields
    }
    return Corrections(
        chosen,
        [source.column for source in layout.strands],
        layout.persons,
        layout.date_order,
        layout.no_reference,
        layout.districts_as_found,
        layout.measure,
        {source.column: source.otherwise for source in layout.strands},
    )


def correct(layout: Layout, answers: Corrections, pattern: str | None = None, *, served: bool = True) -> Layout:
    """Return the layout the answers say under the same name, of the next version where it has served; else itself.

    `pattern` is the form of the references where another column was chosen for them. ConfigError where a column is
    chosen for a person and for something else, or somebody has no role.
    """
    if answers == corrections_of(layout):
        return layout
    _check_people(answers)
    kept = {source.column: source for source in layout.strands}
    fields: dict[str, str | Moment] = {}
    for name, header in answers.fields.items():
        if header:
            old = layout.fields.get(name)
            fields[name] = old if isinstance(old, Moment) and old.date == header else header
    whole_months = answers.date_order == "month" != layout.date_order
    return layout.model_copy(
        update={
            "version": layout.version + served,
            "fields": fields,
            "strands": tuple(
                _say(kept.get(header, StrandSource(column=header)), answers.said) for header in answers.strands
            ),
            "persons": tuple(answers.persons),
            "date_order": answers.date_order,
            "no_reference": answers.no_reference,
            "districts_as_found": answers.districts_as_found,
            "measure": answers.measure,
            "reference": Reference(pattern=pattern, to=r"\0") if pattern else layout.reference,
            "data_to": DataTo(through="month") if whole_months else layout.data_to,
        }
    )


def people_offered(layout: Layout) -> list[PersonSource]:
    """Return whom a row of a layout's feed may tell of: those it reads, then one without columns for each role left."""
    there = {person.role for person in layout.persons}
    left = [role for role in FEEDS[layout.feed].roles if role not in there]
    return [
        *layout.persons,
        *(PersonSource(role=role, only_if="threshold_met" if role == "subject" else None) for role in left),
    ]


def _say(source: StrandSource, said: Mapping[str, str | None]) -> StrandSource:
    """Return a column of strands that says what was chosen for it; one nothing was chosen for stays as it is."""
    return source.model_copy(update={"otherwise": said[source.column]}) if source.column in said else source


def _check_people(answers: Corrections) -> None:
    plain = {normalise(header) for header in (*answers.fields.values(), *answers.strands) if header}
    for person in answers.persons:
        both = sorted(header for header in person.columns if normalise(header) in plain)
        if both:
            raise ConfigError(
                "mapping",
                f"chosen for a person and for something else: {', '.join(both)}",
                "each column for one of them",
            )
        if not person.role and not person.role_column:
            raise ConfigError(
                "mapping", "a person without a column of the role", "the column that says victim or suspect"
            )
