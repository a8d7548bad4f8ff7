"""The pages of the key actions, opened one after the other."""

import re

from hcdata.measures import registry
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
