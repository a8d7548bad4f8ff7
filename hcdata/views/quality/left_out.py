"""Why a number that others have made cannot be set beside ours."""

from typing import Literal

LeftOut = Literal[
    "made_up",
    "dates_not_loaded",
    "not_here",
    "no_strand",
    "out_of_scope",
    "not_recorded",
    "no_count",
    "no_measure",
    "by_category",
    "area_or_strand",
    "month_not_over",
    "month_not_loaded",
]
