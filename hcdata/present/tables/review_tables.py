"""The tables of a district's monthly review."""

from collections.abc import Sequence

import pandas as pd

from hcdata.present.text import numbers, words
from hcdata.present.text.review_words import AMONG
from hcdata.views.review import Beside
from hcdata.views.work_list import WorkList


def aim(rows: Sequence[Beside], district: str) -> pd.DataFrame:
    """Return Measure, the district, Change, Force and Among districts of one key action."""
    return pd.DataFrame(
        {
            "Measure": [one.figure.title for one in rows],
            district: [numbers.value(one.figure) for one in rows],
            "Against the period before": [words.change(one.figure) for one in rows],
            "Force": [numbers.value(one.force) for one in rows],
            "Among districts": [AMONG[one.apart] for one in rows],
        }
    )


def work(found: WorkList) -> pd.DataFrame:
    """Return Crime, District, Recorded on, Strands, Offence, Missing and Days waiting, the longest waiting first."""
    names = {
        "crime_ref": "Crime",
        "district": "District",
        "recorded_on": "Recorded on",
        "strands": "Strands",
        "offence_title": "Offence",
        "lacks": "Missing",
        "waiting": "Days waiting",
    }
    return found.crimes.rename(columns=names)
