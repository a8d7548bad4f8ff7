"""How records split into parts, as a frozen answer."""

from dataclasses import dataclass
from typing import Literal

import pandas as pd

Dimension = Literal["strand", "district", "offence_group", "channel", "setting", "kind"]


@dataclass(frozen=True)
class Mix:
    """How the period's records split, in the order of config, never ranked.

    rows: id, name, n, share of `total`, prior_n, chance, p. A record with two strands stands in two rows.
    `level` is the evidence at which a part is called unlikely to be chance.
    """

    dimension: Dimension
    rows: pd.DataFrame
    total: int
    missing: str | None = None
    level: float = 0.002
