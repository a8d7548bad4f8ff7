"""Numbers in any sequence as one array of floats, with everything unknown as NaN."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Numbers: TypeAlias = float | Sequence[Any] | NDArray[Any] | pd.Series


def to_floats(values: Numbers) -> Floats:
    """Return a new float array, one number becoming one item; None, NA and infinities become NaN."""
    array: Floats
    if _is_plain(values):
        array = np.array(values, dtype=float, ndmin=1)
    else:
        series = pd.Series(np.atleast_1d(np.asarray(values, dtype=object)), dtype="Float64")
        array = series.to_numpy(dtype=float, na_value=np.nan, copy=True)
    array[~np.isfinite(array)] = np.nan
    return array


def _is_plain(values: Numbers) -> bool:
    """Say whether values are ordinary numbers, which need no care for None and NA (ten times faster)."""
    if isinstance(values, np.ndarray):
        return values.dtype.kind in "iuf"
    return isinstance(values, list | tuple) and all(type(value) in (int, float) for value in values)


def to_pair(n: Numbers, of: Numbers) -> tuple[Floats, Floats]:
    """Return counts and denominators of one length; a negative count or a denominator not above zero makes both NaN."""
    counts, denominators = np.broadcast_arrays(to_floats(n), to_floats(of))
    usable = (counts >= 0) & (denominators > 0)
    return np.where(usable, counts, np.nan), np.where(usable, denominators, np.nan)
