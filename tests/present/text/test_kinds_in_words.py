"""Every kind that a view tells apart has its words."""

from typing import get_args

from hcdata.measures import registry
from hcdata.present.text import change_words, definition_words, event_words, left_out_words
from hcdata.views import annotations, change_kinds, reasons
from hcdata.views.quality.left_out import LeftOut


def test_every_kind_of_change_and_reason_has_words():
    assert set(change_words.KINDS) == set(change_kinds.KINDS)
    assert set(reasons._OF_FIELD.values()) - {"outcome"} <= set(change_words.REASONS)
    assert set(change_words.OUTCOMES) == set(get_args(reasons.How)) - {""}


def test_what_came_in_and_what_went_out_are_said_apart():
    assert change_words.reason("cancelled", "", True) == "No longer cancelled"
    assert change_words.reason("cancelled", "", False) == "Cancelled or transferred"
    assert change_words.reason("outcome", "dated", False) == "Outcome dated otherwise"


def test_every_kind_of_event_and_of_what_is_left_out_has_words():
    assert set(event_words.KINDS) == set(annotations.KINDS)
    assert set(left_out_words.WORDS) == set(get_args(LeftOut))


def test_every_measure_is_defined_in_words():
    measures = registry.all().values()
    assert {one.kind for one in measures} <= set(definition_words.KINDS)
    assert {one.direction for one in measures} <= set(definition_words.DIRECTIONS)
