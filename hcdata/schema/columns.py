"""What a stored table and its columns are: the parts the schema is made of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """One column of a stored table."""

    name: str
    type: str
    meaning: str
    personal: bool = False


@dataclass(frozen=True)
class Table:
    """One stored table; a versioned one is stored as `<name>_version` and seen through a view of its plain name."""

    name: str
    key: str
    meaning: str
    columns: tuple[Column, ...]
    versioned: bool = True

    @property
    def stored(self) -> str:
        """The name of the base table."""
        return f"{self.name}_version" if self.versioned else self.name

    @property
    def names(self) -> tuple[str, ...]:
        """The column names, in order, without provenance and version columns."""
        return tuple(column.name for column in self.columns)
