"""Why a number that others have made cannot be set beside ours, in words."""

from hcdata.views.quality.left_out import LeftOut

WORDS: dict[LeftOut, str] = {
    "made_up": "the data loaded are made up",
    "dates_not_loaded": "dates not wholly loaded",
    "not_here": "measure or area not here",
    "no_strand": "strand not here",
    "out_of_scope": "area out of scope",
    "not_recorded": "not recorded in the crimes loaded",
    "no_count": "the measure the layout names is no count",
    "no_measure": "the measure the layout names is not here",
    "by_category": "by a category that is not counted here",
    "area_or_strand": "area or strand not here",
    "month_not_over": "the month was not over when the table was made",
    "month_not_loaded": "month not wholly loaded",
}
