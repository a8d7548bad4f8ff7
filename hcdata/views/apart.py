"""What is told apart within a figure, and said beside it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Again:
    """Of the people or places a figure of repeats counts.

    Those that became a repeat for the first time in the last three months (or, where not `new_in_quarter`, in a period
    as short), those that no earlier crime makes a repeat but only non-crime incidents, and the places that reached the
    threshold within the period itself.
    """

    new: int
    new_in_quarter: bool
    on_incidents: int
    within: int
