"""Ranks: their order, acting ones by a setting, and no name of an officer taken for a word that may be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hcdata.common import config as configuration
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.values import maps, ranks

HELD = (
    "A/PS",
    "T/PS",
    "Acting Sergeant",
    "Temp Sgt",
    "Sergeant (Temporary)",
    "PS (T)",
    "TDS",
    "Acting up Sgt",
    "PC (A/PS)",
)
PARTS = ("ps", "a/", "t/", "det", "ch", "supt", "(", ")", "&", "12", "teal")
NAMES = ("Teal", "O'Teal", "Teal-Lamp", "J. Teal", "Di Teal", "Constable Teal")


def _cleaner(**people: object) -> object:
    config = configuration.load()
    own = config.model_copy(update={"people": config.people.model_copy(update=people)})
    return maps.cleaners(own, layouts.read()["generic_contact"])["rank"]


def test_ranks_are_ordered_and_a_supervisor_is_a_sergeant_or_above() -> None:
    assert ranks.ORDER.index("constable") < ranks.ORDER.index("sergeant") < ranks.ORDER.index("chief_inspector")
    assert ranks.at_least("inspector")[:3] == ("inspector", "chief_inspector", "superintendent")
    assert not {"staff", "pcso", "constable"} & {*ranks.at_least(configuration.load().people.supervisor_from)}


@pytest.mark.parametrize("text", HELD)
def test_a_rank_held_for_a_time_counts_as_the_one_below_where_the_force_says_so(text: str) -> None:
    assert ranks.parse(text) == "sergeant"
    assert ranks.parse(text, acting=False) == "constable"
    assert _cleaner(acting_ranks=False)(text) == "constable"  # type: ignore[operator]


def test_no_rank_falls_below_constable() -> None:
    assert [ranks.parse(text, acting=False) for text in ("T/DC", "PCSO", "T/PCSO")] == ["constable", "pcso", "pcso"]


def test_words_of_the_forces_own_for_a_supervisor_count_and_never_lower_a_rank() -> None:
    clean = _cleaner(supervisor_ranks=("Team Leader", "Inspector"))
    assert clean("team  leader") == "sergeant"  # type: ignore[operator]
    assert clean("Inspector") == "inspector"  # type: ignore[operator]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rank", ["", "PS ", "DI 1234 ", "T/Sgt "])
def test_a_text_with_a_name_or_a_collar_number_is_never_plain(rank: str, name: str) -> None:
    assert not ranks.is_plain(f"{rank}{name}")
    assert not ranks.is_plain(f"{name} {rank}1234")


@given(st.text(max_size=200) | st.lists(st.sampled_from(PARTS)).map(" ".join))
def test_any_text_is_a_rank_or_unmapped_or_nothing(text: str) -> None:
    assert ranks.parse(text) in (*ranks.ORDER, "unmapped", None)
