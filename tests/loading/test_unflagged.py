"""Crimes of a register of hate crimes without a strand: in no figure and said first, or not stated and counted."""

from pathlib import Path

import pytest

from hcdata.common import config as configuration
from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.ingest.discover import find
from hcdata.ingest.layouts import layout as layouts
from hcdata.loading import dry_run
from hcdata.loading.scratch import scratch
from hcdata.present.text import data_quality, impact_words
from hcdata.views.answers import Answers, at
from tests.store import store_exports
from tests.store.store_exports import crime, load, query, write

ALL = Filters("all")
TWO_COLUMNS = """
name = "two_columns"
title = "A register with a column for each motive"
feed = "crime"
match = ["crime_ref", "recorded", "Race Bias"]
{said}
[data_to]
through = "month"
[fields]
crime_ref = "crime_ref"
recorded = "recorded"
[[strands]]
column = "Race Bias"
otherwise = "race"
[[strands]]
column = "Religion Bias"
otherwise = "religion"
"""
# Race, religion, and whether the crime carries a strand.
MOTIVES = [("Black", "None", True), ("None", "Sikh", True), ("", "Jewish", True), ("N/K", "Muslim", True)]
MOTIVES += [("None", "None", False), ("", "", False), ("-", "#N/A", False), ("No - withdrawn", "None", False)]
# What a cell of strands may hold that says none: blank, a sign for nothing, a word nobody knows.
LOST = ["", "NULL", "Anti-Black or African American", "Not listed", "Other", "?", "Hate", "Bias", "Age", "99"]


def _answers(folder: Path) -> Answers:
    answers = at(folder)
    assert answers is not None
    return answers


def _register(folder: Path, said: str = "") -> tuple[Path, Path]:
    rows = [
        {"crime_ref": f"35/{n}/26", "recorded": f"{n:02}/01/2026", "Race Bias": race, "Religion Bias": religion}
        for n, (race, religion, _) in enumerate(MOTIVES, 1)
    ]
    layout = folder / "two_columns.toml"
    layout.write_text(TWO_COLUMNS.format(said=said), encoding="utf-8")
    return write(folder / "register.csv", ["crime_ref", "recorded", "Race Bias", "Religion Bias"], rows), layout


def test_those_without_a_strand_are_the_first_finding_with_the_total_they_would_make(tmp_path: Path) -> None:
    file, layout = _register(tmp_path)
    receipt = load(tmp_path / "store", file, layout=str(layout))
    (said,) = receipt.files[0].strands
    assert said.startswith("4 of 8 crimes carry none, or only one nobody has mapped (rows 6, 7, 8, 9)")
    found = _answers(tmp_path / "store").quality(ALL, LOCAL)
    assert data_quality.headline(found).startswith("One thing in the data would change")
    first = impact_words.findings(found, "changes")[0]
    assert "The total read out is 4; with them it would be 8 (35/8/26, 35/7/26, 35/6/26, 35/5/26)" in first.text
    assert first.cases == {"measure": "note-no_strand", "state": "all"}


def test_receipt_and_quality_page_add_up_with_those_of_an_aggravated_code(tmp_path: Path) -> None:
    crimes = [crime(f"35/{n}/26", strands="Race") for n in range(50, 70)]
    crimes += [crime(f"35/{n}/26", strands="") for n in (1, 2)]
    crimes += [crime(f"35/{n}/26", strands="", offence_code="8P") for n in (3, 4, 5)]
    receipt = load(tmp_path / "store", write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, crimes))
    (said,) = receipt.files[0].strands
    assert said.startswith("5 of 25 crimes carry none") and said.endswith("those of an aggravated code apart")
    texts = [one.text for one in impact_words.findings(_answers(tmp_path / "store").quality(ALL, LOCAL), "changes")]
    assert texts[0].startswith("2 crimes in a file of hate crimes")
    assert "with them it would be 22 (" in texts[0]
    assert "), and 25 with the 3 of an aggravated code that carry none either." in texts[0]
    assert any(one.startswith("3 crimes of an aggravated code without any hate flag.") for one in texts)


def test_a_trial_counts_as_recorded_only_a_strand_that_is_known(tmp_path: Path) -> None:
    file, layout = _register(tmp_path)
    with scratch() as (con, workdir):
        known, name = layouts.choose(str(layout))
        found = dry_run.run(con, find([file], known, workdir, name).grids[0], configuration.load())
    assert (found.complete["strands"], found.rows_accepted) == (4, 8)
    assert found.strands and "rows 6, 7, 8, 9" in found.strands[0]


def test_a_layout_may_say_that_every_row_is_one(tmp_path: Path) -> None:
    file, layout = _register(tmp_path, "all_hate = true")
    assert load(tmp_path / "store", file, layout=str(layout)).files[0].strands == ()
    answers = _answers(tmp_path / "store")
    by = answers.figures(ALL, LOCAL, "recorded_hate_crimes", ("strand",)).set_index("strand")["n"]
    assert {one: int(n) for one, n in by.items() if n} == {"race": 1, "religion": 3, "not_stated": 4}
    asked = ("recorded_hate_crimes", "monitored_hate_crimes")
    totals = [answers.figures(ALL, LOCAL, id, ())["n"].iloc[0] for id in asked]
    assert totals == [8, 4]
    assert answers.strands["not_stated"] == "Not stated"
    assert not [one for one in answers.quality(ALL, LOCAL).impacts if one.kind == "unflagged"]


@pytest.mark.parametrize("order", [("Race Bias", "Religion Bias"), ("Religion Bias", "Race Bias")])
def test_not_stated_stands_beside_no_other(tmp_path: Path, order: tuple[str, str]) -> None:
    _, layout = _register(tmp_path, "all_hate = true")
    rows = [
        {"crime_ref": "35/1/26", "recorded": "01/01/2026", order[0]: "Yes"},
        {"crime_ref": "35/1/26", "recorded": "01/01/2026"},
    ]
    headers = ["crime_ref", "recorded", "Race Bias", "Religion Bias"]
    one = write(tmp_path / "one" / "register_2026-01-31.csv", headers, rows)
    other = write(
        tmp_path / "other" / "register_2026-01-31.csv", headers, [rows[1], rows[1] | {"crime_ref": "35/2/26"}]
    )
    load(tmp_path / "store", one, other, layout=str(layout))
    found = query(tmp_path / "store", "SELECT strands FROM crime_version WHERE to_load IS NULL ORDER BY crime_ref")
    assert found == [([order[0].split()[0].lower()],), (["not_stated"],)]


def test_every_word_that_says_no_strand_is_missed_in_a_register(tmp_path: Path) -> None:
    crimes = [crime(f"35/{n}/26", strands="Race") for n in range(50, 70)]
    crimes += [crime(f"35/{n}/26", strands=text) for n, text in enumerate(LOST, 1)]
    load(tmp_path / "store", write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, crimes))
    assert _answers(tmp_path / "store").quality(ALL, LOCAL).impacts[0].n == len(LOST)


def test_in_a_file_of_all_crimes_only_a_strand_nobody_mapped_is_missed(tmp_path: Path) -> None:
    crimes = [crime(f"35/{n}/26", strands="") for n in range(1, 40)]
    crimes += [crime("35/50/26", strands="Race"), crime("35/51/26", strands="Anti-Everything")]
    receipt = load(tmp_path / "store", write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, crimes))
    assert receipt.files[0].strands[0].startswith("1 of 41 crimes carries none")
    (impact,) = [one for one in _answers(tmp_path / "store").quality(ALL, LOCAL).impacts if one.kind == "unflagged"]
    assert (impact.n, impact.of, impact.refs) == (1, 1, ("35/51/26",))


def test_only_rows_that_carry_strands_can_all_be_of_hate() -> None:
    text = 'name = "a"\ntitle = "A"\nfeed = "contact"\nmatch = ["x"]\nall_hate = true\n[fields]\ncrime_ref = "x"\n'
    with pytest.raises(layouts.ConfigError, match="all_hate"):
        layouts.parse(text, "a.toml")
