"""Rows of sheets once they are judged, and the records they give: frozen, with the names of the relations made."""

from dataclasses import dataclass

from hcdata.ingest.sheet import Sheet


@dataclass(frozen=True)
class Judged:
    """Sheets of one shape, each of their rows accepted or rejected.

    `rows`: every row read, the reason it is rejected for and what of it could not be read. `typed`: its fields in their
    types. `extract`: the files. `meanings`: what looked-up texts mean. `person_faults`: who is not counted, and why.
    """

    sheets: tuple[Sheet, ...]
    rows: str = "checked"
    typed: str = "typed"
    extract: str = "extract"
    meanings: str = "value_map"
    person_faults: str = "person_fault"

    @property
    def first(self) -> Sheet:
        """The sheet whose layout and headers are those of all."""
        return self.sheets[0]


@dataclass(frozen=True)
class Records:
    """The records of judged sheets: one for each file and reference, and whether its rows disagree.

    `relation` holds them as they are kept. `counted` has as many rows and is there at once, where those are worked out
    only when they are asked for.
    """

    judged: Judged
    relation: str = "record"
    counted: str = "record"
