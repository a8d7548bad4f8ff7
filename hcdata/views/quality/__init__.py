"""Data quality, one question a module: what the figures rest on, and what would change them."""

from hcdata.views.quality.answer import Quality, quality
from hcdata.views.quality.incidents import Incidents, noted_incidents
from hcdata.views.quality.issues import NotedCases, noted_cases
from hcdata.views.quality.ledger import faulty_cells, rejected_rows, rejected_texts
from hcdata.views.quality.tables import CountTable, comparable

__all__ = [
    "CountTable",
    "Incidents",
    "NotedCases",
    "Quality",
    "comparable",
    "faulty_cells",
    "noted_cases",
    "noted_incidents",
    "quality",
    "rejected_rows",
    "rejected_texts",
]
