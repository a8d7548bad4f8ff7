"""What became of the rows of every file, as tidy frames with readable column names."""

import pandas as pd

from hcdata.present.text import numbers
from hcdata.present.text.code_words import in_words
from hcdata.schema.feeds import FEEDS
from hcdata.views.quality.answer import Quality


def rejects(found: Quality) -> pd.DataFrame:
    """Return rejected rows by reason: its words and code, what to do, rows in all and in each kind of file."""
    table = found.books.rejects
    if table.empty:
        return pd.DataFrame()
    wide = table.pivot(index=["reason", "do"], columns="feed", values="rows").fillna(0).astype("int64")
    titles = {name: _upper(feed.title) for name, feed in FEEDS.items() if name in wide}
    named = wide[[*titles]].rename(columns=titles)
    named.insert(0, "Rows", wide.sum(axis=1))
    named = named.sort_values("Rows", ascending=False, kind="stable").reset_index()
    named.insert(0, "Reason", named["reason"].map(in_words))
    return named.rename(columns={"reason": "Code", "do": "What to do"})


def faults(found: Quality) -> pd.DataFrame:
    """Return fields of accepted rows that could not be read."""
    table = found.books.faults
    return pd.DataFrame(
        {"Field": table["field"].map(in_words), "Why": table["reason"].map(in_words), "Rows": table["rows"]}
    )


def unmapped(found: Quality) -> pd.DataFrame:
    """Return values of look-up fields nobody has mapped, never one that may be about a person."""
    table = found.books.unmapped
    shown = table["text"].where(table["text"].notna(), "not shown: few rows share it, or it may be about a person")
    return pd.DataFrame(
        {
            "Field": table["field"].map(in_words),
            "Value": shown,
            "Rows": table["rows"],
            "Last met in load": table["load"],
        }
    )


def feeds(found: Quality) -> pd.DataFrame:
    """Return each kind of file loaded: first month, data to, rows read, months without a row."""
    table = found.books.feeds
    return pd.DataFrame(
        {
            "File": [_upper(FEEDS[feed].title) for feed in table["feed"]],
            "First month": ["" if first is None else numbers.month(first) for first in table["first"]],
            "Data to": table["data_to"],
            "Rows read": table["rows_read"],
            "Months without a row": [", ".join(numbers.month(month) for month in gaps) for gaps in table["gaps"]],
        }
    )


def files(found: Quality) -> pd.DataFrame:
    """Return every file and sheet loaded, newest load first."""
    return found.books.files.rename(columns=lambda name: str(name).replace("_", " ").capitalize())


def _upper(title: str) -> str:
    return f"{title[0].upper()}{title[1:]}"
