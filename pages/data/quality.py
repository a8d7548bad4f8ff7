"""Data quality: what in the data would change a figure, what is complete and late, and what became of every row."""

from hcdata.ui import quality_blocks, quality_changes, quality_counts, quality_rows
from hcdata.ui.frame import begin_page

page = begin_page()
found = page.answers.quality(page.filters, page.scope)

quality_blocks.findings(page, found)
quality_blocks.completeness(page, found)
quality_blocks.delay(page, found)
quality_blocks.contradictions(page, found)
quality_changes.what_changed(page)
quality_blocks.published(page, found)
quality_counts.tables(page, found)
quality_rows.rows(page, found)
