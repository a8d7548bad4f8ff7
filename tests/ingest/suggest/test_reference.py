"""The form of references, drafted from their shapes."""

import re

import pytest

from hcdata.common import config as configuration
from hcdata.ingest.suggest import reference

OWN = configuration.load().reference


@pytest.mark.parametrize(
    ("values", "form"),
    [
        (["35/1/26", "CRI-35/22/2026"], None),
        (["GO-201826213", "GO-2018119145"], r"GO-\d{9,10}"),
        (["2017-241137", "2022-2360048"], r"\d{4}-\d{6,7}"),
        (["ab12", "cd34"], r"AB\d{2}|CD\d{2}"),
        (["A1", "ABCDE1"], r"A\d{1}|[A-Z]+\d{1}"),
        (["Tealamp1", "Lampteal2"], r"[A-Z]+\d{1}"),
        (["A1", "B-2", "C/3", "D.4"], r"\S.*"),
        (["O'1", "O'2"], r"\S.*"),
        (["A\n1"], r"\S.*"),
        (["8d606f61d3d0edba1a56968c5ee3989a"], "[0-9A-F]{32}"),
    ],
)
def test_a_form_fits_every_value_and_names_nobody(values: list[str], form: str | None) -> None:
    assert reference.draft(values, OWN) == form
    if form and form != r"\S.*":
        assert all(re.fullmatch(form, value.upper()) for value in values)


@pytest.mark.parametrize(
    ("texts", "are"),
    [(["1", "2", "3"], True), (["1", "4"], False), (["²"], False), (["9" * 5_000], False), (["٣"], True)],
)
def test_numbers_up_to_the_last_row_count_rows(texts: list[str], are: bool) -> None:
    assert reference.count_rows(texts, 3) == are
