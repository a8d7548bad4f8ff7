"""The state of the data behind every figure, whole."""

from dataclasses import dataclass

import pandas as pd

from hcdata.common.sql import bind
from hcdata.measures.wrap import bind_filters
from hcdata.views.asked import About
from hcdata.views.context import Context
from hcdata.views.quality.delay import Delay, delay
from hcdata.views.quality.impact_kinds import Impact
from hcdata.views.quality.impacts import impacts
from hcdata.views.quality.incidents import Incidents, incidents
from hcdata.views.quality.issues import Noted, completeness, in_order, noted
from hcdata.views.quality.ledger import Books, books
from hcdata.views.quality.published import Reconciliation, reconcile
from hcdata.views.quality.strand_share import StrandShare, strand_share
from hcdata.views.quality.tables import CountTable, tables


@dataclass(frozen=True)
class Quality:
    """What is complete, late, contradictory, rejected and loaded, and what of it would change a figure.

    completeness: field, note, recorded, of, share (hate crimes of the period); by_district and by_month have name or
    month (first day) beside; incidents the same of incidents. Notes count crimes; books rows of files, over all loads.
    """

    completeness: pd.DataFrame
    by_district: pd.DataFrame
    by_month: pd.DataFrame
    noted: Noted
    delay: Delay
    strands: StrandShare
    books: Books
    published: Reconciliation
    tables: tuple[CountTable, ...]
    impacts: tuple[Impact, ...]
    rows_read: int
    rows_accepted: int
    rows_rejected: int
    cancelled: int
    about: About
    incidents: Incidents | None = None


def quality(context: Context) -> Quality:
    """Return the state of the data behind every figure."""
    found = noted(context)
    kept, strands, published = books(context), strand_share(context, found), reconcile(context)
    counted = tables(context)
    return Quality(
        completeness=completeness(found),
        by_district=in_order(context, completeness(found, "district")),
        by_month=completeness(found, "month"),
        noted=found,
        delay=delay(context),
        strands=strands,
        books=kept,
        published=published,
        tables=counted,
        impacts=impacts(context, found, kept, strands, published, counted),
        rows_read=int(kept.files["rows_read"].sum()),
        rows_accepted=int(kept.files["rows_accepted"].sum()),
        rows_rejected=int(kept.files["rows_rejected"].sum()),
        cancelled=_count_cancelled(context),
        about=context.about,
        incidents=incidents(context),
    )


def _count_cancelled(context: Context) -> int:
    within = "SELECT count(*) FROM crime WHERE cancelled AND in_scope(district, $scope)"
    bound = bind(within, bind_filters(context.filters, context.scope.aggregates, None))
    return int(context.store.tuples(within, bound)[0][0])
