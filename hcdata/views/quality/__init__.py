"""Data quality, one question a module: what the figures rest on, and what would change them."""

from hcdata.views.quality.answer import Quality, quality
from hcdata.views.quality.books import faulty_cells, rejected_rows
from hcdata.views.quality.noted import NotedCases, noted_cases

__all__ = ["NotedCases", "Quality", "faulty_cells", "noted_cases", "quality", "rejected_rows"]
