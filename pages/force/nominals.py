"""Nominals: repeat victims and suspects, as counts and pseudonyms."""

from hcdata.present.tables import tables
from hcdata.ui import sections, show
from hcdata.ui.frame import begin_page

page = begin_page()
update = page.answers.performance(page.filters, page.scope)

sections.nominals(page, update, alone=True)
caption = "Repeat victims by crimes, with the earlier ones that make them repeats; as pseudonyms"
show.table(page, "victims", lambda: tables.victims(update.nominals), caption)
