"""Titles of offences as exports wrote them: shown where they cannot be anything else."""

from collections.abc import Callable

import pandas as pd

from hcdata.ingest.values.lookup import SHARED
from hcdata.schema.offence_words import is_plain, names_offence
from hcdata.store.query import Store

Titles = Callable[[str | None], str | None]
# What stands for the others.
NOT_SHOWN = "not shown: not known as an offence"


def titles_shown(store: Store, titles: pd.Series) -> Titles:
    """Return what a title may be shown as: itself if all its words are an offence's, or one is and crimes share it."""
    written = {title for title in titles if isinstance(title, str)}
    rare = [title for title in written if not is_plain(title)]
    shared = store.tuples(
        "SELECT offence_title FROM crime WHERE list_contains($titles::VARCHAR[], offence_title)"
        " GROUP BY offence_title HAVING count(*) >= $least",
        {"titles": [title for title in rare if names_offence(title)], "least": SHARED},
    )
    shown = (written - set(rare)) | {title for (title,) in shared}
    return lambda title: title if not isinstance(title, str) or title in shown else NOT_SHOWN
