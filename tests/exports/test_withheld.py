"""A text that looks personal is withheld in its cell, said by sheet and cell, and the rest is written."""

import dataclasses
from pathlib import Path

import pytest
from openpyxl import load_workbook

from hcdata.exports import workbook
from tests.exports import sample

PERSONAL = {
    "a postcode": ("Visit PE1 1AA", "ZZ99 3WZ weekly", "CB2 1TN", "M1 1AE", "EC1A 1BB and SW1A 2AA"),
    "a telephone number": ("Ring 01733 123456", "07700 900123", "+44 1632 960001"),
    "an e-mail address": ("Ask a.body@force.example", "x+y@force.police.example"),
    "a National Insurance number": ("QQ 12 34 56 C", "QQ123456C"),
    "a pseudonym": ("Meet N-1A2B", "N-0FF about it"),
    "a crime reference": ("35/12345/26 again", "See 35/7/26"),
    "a key of a person or place": ("0123456789abcdef", "deadbeefdeadbeef01"),
}
PLAIN = ("Patrols by 31/10/2026", "Meet every 2nd week", "Ward 7 by December 2026", "Plan 1.7, item 12", "A14 corridor")
TEXTS = [(text, what) for what, texts in PERSONAL.items() for text in texts] + [(text, "") for text in PLAIN]


def test_a_cell_is_withheld_and_said_and_the_rest_written(tmp_path: Path) -> None:
    made = sample.update()
    first = made.plan.actions.iloc[:1]
    actions = first.loc[first.index.repeat(len(TEXTS))].assign(title=[text for text, _ in TEXTS])
    update = dataclasses.replace(made, plan=dataclasses.replace(made.plan, actions=actions))
    said: list[str] = []
    given = (update, sample.OUTCOMES, sample.QUALITY, sample.DEFINITIONS, tmp_path / "x.xlsx", sample.BY, sample.NOW)
    book = load_workbook(workbook.write(*given, say=said.append))
    cells = {
        f"{sheet.title} {cell.coordinate}": cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str)
    }
    held = " ".join(cells.values())
    for text, what in TEXTS:
        assert (text in held) == (not what), text
        assert not what or f"[withheld: looks like {what}]" in cells.values() or what in held, text
    for line in said:
        place = " ".join(line.split(" is withheld")[0].split())
        assert cells[place].startswith("[withheld: looks like "), line
        assert not any(text in line for text, what in TEXTS if what)
    assert len(said) >= len(TEXTS) - len(PLAIN)


@pytest.mark.parametrize("by", ["Analyst", "a.body@force.example"])
def test_who_made_it_is_not_withheld(by: str, tmp_path: Path) -> None:
    said: list[str] = []
    made = (sample.update(), sample.OUTCOMES, sample.QUALITY, sample.DEFINITIONS)
    workbook.write(*made, tmp_path / "x.xlsx", by, sample.NOW, say=said.append)
    assert said == []
