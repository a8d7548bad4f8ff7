"""Locations: settings, repeat places and the offline map."""

from hcdata.ui import sections
from hcdata.ui.frame import begin_page

page = begin_page()
sections.locations(page, page.answers.performance(page.filters, page.scope), alone=True)
