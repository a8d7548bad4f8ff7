"""References as the force writes them: records are joined by one form, and shown as their own extract has them."""

from collections.abc import Iterable

import pandas as pd

from hcdata.common.sql import read
from hcdata.store.query import SQL, Store


def written(store: Store, refs: Iterable[str]) -> dict[str, str]:
    """Return each crime's reference as its extract wrote it: '35/01234/2026' for 35/1234/26; others not."""
    return dict(store.tuples(read(SQL / "written.sql"), {"refs": list(dict.fromkeys(refs))}))


def as_written(store: Store, refs: pd.Series) -> pd.Series:
    """Return references of crimes as the force writes them; one that no extract wrote stays as it is."""
    known = written(store, refs)
    return refs.map(lambda ref: known.get(ref, ref))
