"""What of a duty is not evidenced, told apart: what can still be put right, and what stays missed."""

# ruff: noqa: E501 (a table of cases reads best a case a line)

from dataclasses import replace

import pytest

from hcdata.present.text import duty_words, words
from tests.present.spoken import ABOUT, share

# evidenced, due, nothing recorded, of them on open crimes; in a tile, in a sentence, to put right, missed.
CASES = [
    (1047, 1478, 188, 44, "243 not met, 188 not recorded", "it was not met for 243 crimes; 188 have nothing recorded, 44 of them"
     " open and still to be put right", "44 cases to put right", "387 missed or closed unrecorded"),
    (10, 30, 20, 20, "20 not recorded", "20 crimes have nothing recorded and are all open and still to be put right",
     "20 cases to put right", "0 missed"),
    (10, 30, 20, 0, "20 not recorded", "20 crimes have nothing recorded and are all closed",
     "no cases to put right", "20 closed unrecorded"),
    (29, 30, 1, 1, "1 not recorded", "1 crime has nothing recorded and is open and still to be put right",
     "1 case to put right", "0 missed"),
    (28, 30, 1, 0, "1 not met, 1 not recorded", "it was not met for 1 crime; 1 has nothing recorded and is closed",
     "no cases to put right", "2 missed or closed unrecorded"),
    (25, 30, 0, 0, "5 not met", "it was not met for 5 crimes", "no cases to put right", "5 missed"),
    (30, 30, 0, 0, "", "", "no cases to put right", "0 missed"),
]  # fmt: skip


@pytest.mark.parametrize(("n", "of", "blank", "still", "tile", "sentence", "right", "missed"), CASES)
def test_a_duty_tells_apart_what_can_be_put_right(n, of, blank, still, tile, sentence, right, missed):
    figure = replace(share(n, of, not_recorded=blank), duty=True, to_put_right=still)
    assert (duty_words.aside(figure), duty_words.beside(figure)) == (tile, sentence)
    assert (duty_words.put_right(figure.to_put_right), duty_words.missed(figure)) == (right, missed)
    assert sentence in words.figure_sentence(figure, ABOUT)


def test_a_share_that_is_no_duty_has_nothing_to_put_right():
    figure = share(10, 30, not_recorded=5)
    assert (figure.missed, figure.to_put_right) == (0, 0)
    assert "5 have nothing recorded" in words.figure_sentence(figure, ABOUT)
