"""Who may see what: the reach every query is wrapped in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scope:
    """Reach of one reader: districts whose cases, districts whose totals (None = all), people, and the audience."""

    records: tuple[str, ...] | None
    aggregates: tuple[str, ...] | None
    people: bool
    audience: str

    @property
    def may_annotate(self) -> bool:
        """Whether the reader may enter and withdraw events, and let limits start anew."""
        return self.audience == "internal"


# One analyst on their own machine: all districts, no names.
LOCAL = Scope(None, None, False, "internal")
