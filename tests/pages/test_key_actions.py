"""The pages of the key actions, opened one after the other."""

import re
from datetime import date

from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.measures import registry
from hcdata.present.text import numbers
from hcdata.views import answers
from hcdata.views.plan import measures_of
from tests.conftest import Demonstration
from tests.pages.conftest import Open, elements, texts

# What the small demonstration has none of is named under the charts and has none of its own.
NONE_OCCURS = {registry.one("time_limit_lapses").title}


def test_a_key_action_opened_after_another_shows_its_own(look_at: Open, small_demonstration: Demonstration) -> None:
    for action in ("report", "support", "investigate"):
        page = look_at(small_demonstration.store, f"action-{action}")
        own = {registry.one(id).title for id in measures_of(action)}
        table = next(
            (one.proto.body for one in elements(page) if one.type == "html" and ">Measure<" in one.proto.body), ""
        )
        named = set(re.findall(r'data-name="Measure">([^<]+)<', table))
        assert named <= own and (named or action == "report")
        said = " ".join(texts(page))
        numbers = [one for one in own if f"- **{one}**:" in said]
        counts = {one.title for one in registry.all().values() if one.kind == "count"}
        assert set(numbers) == own & counts - NONE_OCCURS


def test_figures_as_known_at_the_last_meeting_stand_beside_those_of_now(
    open_page: Open, small_demonstration: Demonstration
) -> None:
    page = open_page(small_demonstration.store, "action-support")
    page.toggle[0].set_value(True).run(timeout=60)
    assert not page.exception
    bodies = [one.proto.body for one in elements(page) if one.type == "html"]
    table = next(body for body in bodies if "As known on 1 Oct 2026" in body)
    served = answers.at(small_demonstration.store)
    then = served.progress(Filters("12m", as_at=date(2026, 10, 1)), LOCAL, "support").figures
    known = {one.title: numbers.value(one) for one in then if not one.missing}
    assert known and all(f">{title}<" in table and f">{value}<" in table for title, value in known.items())
