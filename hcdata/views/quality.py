"""Data quality: what is complete, what was rejected and why, and what each file gave."""

from dataclasses import dataclass

import pandas as pd

from hcdata.reasons import REASONS
from hcdata.sql import read
from hcdata.store.query import SQL
from hcdata.views.about import period_words
from hcdata.views.question import Question


@dataclass(frozen=True)
class Quality:
    """What is complete, rejected and loaded.

    completeness: field, recorded, of, share (hate crimes of the period). rejects: reason, rows, do. faults: field,
    reason, rows. files: load, file, sheet, layout, data_to, rows_read, rows_accepted, rows_rejected, records,
    records_new, records_changed.
    """

    completeness: pd.DataFrame
    rejects: pd.DataFrame
    faults: pd.DataFrame
    files: pd.DataFrame
    rows_read: int
    rows_accepted: int
    rows_rejected: int
    cancelled: int
    period_words: str


def quality(question: Question) -> Quality:
    """Return the state of the data behind every figure."""
    store, period = question.store, question.about.period
    rejects = store.rows("SELECT reason, count(*) AS rows FROM reject GROUP BY reason ORDER BY rows DESC, reason")
    files = store.rows(read(SQL / "files.sql"))
    completeness = store.rows(
        read(SQL / "completeness.sql"),
        {"start": period.start, "end": period.end, "districts": list(question.districts["id"])},
    )
    return Quality(
        completeness=completeness.assign(
            share=completeness["recorded"] / completeness["of"].where(completeness["of"] > 0)
        ),
        rejects=rejects.assign(do=[REASONS[reason] for reason in rejects["reason"]]),
        faults=store.rows(
            "SELECT field, reason, count(*) AS rows FROM fault GROUP BY field, reason ORDER BY rows DESC, field"
        ),
        files=files,
        rows_read=int(files["rows_read"].sum()),
        rows_accepted=int(files["rows_accepted"].sum()),
        rows_rejected=int(files["rows_rejected"].sum()),
        cancelled=int(store.tuples("SELECT count(*) FROM crime WHERE cancelled")[0][0]),
        period_words=period_words(period, question.filters.period),
    )
