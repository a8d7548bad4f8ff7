"""Who may see what: the scope every query is wrapped in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

# Districts a reader may see; None is all of them. In SQL it is bound as $scope, and asked by the macro `in_scope`.
Districts = tuple[str, ...] | None


@dataclass(frozen=True)
class Scope:
    """What one reader may see: districts whose cases, districts whose totals (None = all), people, and the audience."""

    records: Districts
    aggregates: Districts
    people: bool
    audience: str

    @property
    def may_annotate(self) -> bool:
        """Whether the reader may enter and withdraw events, and let limits start anew."""
        return self.audience == "internal"


def in_scope(district: str, scope: Districts) -> bool:
    """Whether a reader may see a district."""
    return scope is None or district in scope


def keep_in_scope(rows: "pd.DataFrame", scope: Districts) -> "pd.DataFrame":
    """Return the rows whose district a reader may see, numbered anew."""
    kept = rows if scope is None else rows[rows["district"].isin(scope)]
    return kept.reset_index(drop=True)


# One analyst on their own machine: all districts, no names.
LOCAL = Scope(None, None, False, "internal")
