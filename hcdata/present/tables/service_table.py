"""A service month by month as a table."""

import pandas as pd

from hcdata.present.tables import tables
from hcdata.views.service import Service


def table(found: Service) -> pd.DataFrame:
    """Return Month, Number, Of, Percent, Complete, and the usual range."""
    frame = found.months
    named = {"value": "Percent", "lower": "Usual from, %", "upper": "Usual to, %"}
    columns = {
        "Month": tables.dates(frame["month"], "%b %Y"),
        "Number": tables.whole(frame["n"], tables.NO_FIGURE),
        "Of": tables.whole(frame["of"], tables.NO_FIGURE),
        "Complete": tables.yes(frame["complete"]),
    }
    shares = {name: tables.rounded(frame[key], 1, tables.TOO_FEW, 100) for key, name in named.items()}
    return pd.DataFrame(columns | shares)
