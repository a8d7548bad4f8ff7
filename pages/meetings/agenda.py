"""One meeting's agenda, filled in: the strategic group's (Appendix A) or the tactical meeting's (Appendix B)."""

from hcdata.ui import agenda
from hcdata.ui.frame import begin_page

page = begin_page()
if page.place.meeting:
    agenda.draw(page, page.answers.agenda(page.filters, page.scope, page.place.meeting))
