"""How records split into parts, as a frozen answer."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from hcdata.views.missing import Missing

Dimension = Literal["strand", "district", "offence_group", "channel", "setting", "kind"]


@dataclass(frozen=True)
class Mix:
    """How the period's records split, in the order of config, never ranked.

    rows: id, name, n, share of `total`, prior_n, chance, p, lacking (the months of a district
    that are not loaded whole). A record with two strands stands in two rows.
    `level` is the evidence at which a part is called unlikely to be chance.
    """

    dimension: Dimension
    rows: pd.DataFrame
    total: int
    missing: Missing | None = None
    level: float = 0.002
