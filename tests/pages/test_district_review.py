"""A district's page: last month's failures one click away, and a district more in the configuration."""

from pathlib import Path

import pytest

from hcdata.common import config as configuration
from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.views import answers
from tests.conftest import Demonstration
from tests.pages.conftest import Open, elements, texts


def _links(page):
    return [(one.proto.label, one.proto.query_string) for one in elements(page) if one.type == "page_link"]


def test_last_months_failures_of_each_duty_are_one_click_away(
    look_at: Open, small_demonstration: Demonstration
) -> None:
    served = answers.at(small_demonstration.store)
    page = look_at(small_demonstration.store, "district-peterborough")
    month = Filters("month", districts=("peterborough",))
    due = served.review(Filters("12m", districts=("peterborough",)), LOCAL).due
    assert any(one.missed for one in due)
    for one in due:
        asked = f"measure={one.measure}&state=missed"
        told = [query for _, query in _links(page) if asked in query and "period=month" in query]
        assert len(told) == (1 if one.missed else 0)
        assert all("district=peterborough" in query for query in told)
        if one.missed:
            assert len(served.cases(month, LOCAL, one.measure, "missed").rows) == one.missed


def test_a_district_more_is_a_block_of_configuration(
    open_page: Open, small_demonstration: Demonstration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = configuration.find().read_text(encoding="utf-8")
    block = '[[district]]\nid = "newtown"\nname = "Newtown"\naliases = []\ncrime_manager = "DCI of Newtown"\n\n'
    changed = tmp_path / "config.toml"
    changed.write_text(text.replace("[[district]]", block + "[[district]]", 1), encoding="utf-8")
    monkeypatch.setenv("HCDATA_CONFIG", str(changed))
    page = open_page(small_demonstration.store, "district-newtown")
    assert not page.exception and [one.value for one in page.title] == ["Newtown"]
    assert "crime manager DCI of Newtown" in " ".join(texts(page))
