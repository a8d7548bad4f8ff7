"""Drafts of the demonstration's exports beside the layouts written for them by hand, which drafting does not see."""

import re
from pathlib import Path

import pytest

from hcdata.common import config as configuration
from hcdata.demo.names import HYPHENATED, STREETS, SURNAMES
from hcdata.ingest.discover import find
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.recognised import Recognised
from hcdata.ingest.suggest.draft import draft
from hcdata.ingest.suggest.write import write
from hcdata.loading.scratch import scratch
from tests.conftest import Demonstration

BUILT_IN = layouts.read()
NAMES = re.compile(rf"\b({'|'.join(map(re.escape, (*SURNAMES, *HYPHENATED, *STREETS)))})\b", re.IGNORECASE)


def drafts(folder: Path, names: str = "*") -> list[tuple[Recognised, str]]:
    """Each recognised sheet of a folder's files of these names, with the text drafted for it."""
    found = []
    for file in sorted(folder.glob(names)):
        with scratch() as (con, workdir):
            for source in find([file], BUILT_IN, workdir).grids:
                found.append((source, write(draft(con, source.grid, configuration.load(), BUILT_IN.values()))))
    return found


@pytest.fixture(scope="module")
def drafted(small_demonstration: Demonstration) -> list[tuple[Recognised, str]]:
    """The drafts of the full extract and of the newest month, and of the audit in the month before it."""
    folders = sorted(folder for folder in small_demonstration.exports.iterdir() if folder.is_dir())
    return drafts(folders[0]) + drafts(folders[-1]) + drafts(folders[-2], "flag_audit*")


def test_nearly_every_field_is_found_and_none_is_wrong(drafted: list[tuple[Recognised, str]]) -> None:
    assert {source.layout.feed for source, _ in drafted} == {
        "crime",
        "incident",
        "contact",
        "service",
        "review",
        "audit",
        "action",
        "event",
    }
    right = asked = 0
    for source, text in drafted:
        by_hand, found = source.layout, layouts.parse(text, source.grid.label)
        assert found.feed == by_hand.feed
        assert {field: spec for field, spec in found.fields.items() if by_hand.fields.get(field) != spec} == {}
        blank = text.count("UNSURE: every cell is blank")
        right, asked = right + len(found.fields), asked + len(by_hand.fields) - blank
    assert right / asked > 0.9


def test_strands_and_people_are_read_from_the_columns_the_layouts_read(drafted: list[tuple[Recognised, str]]) -> None:
    def people(layout: Layout) -> set[tuple[str | None, str | None, frozenset[str]]]:
        return {(person.role, person.only_if, frozenset(person.columns)) for person in layout.persons}

    for source, text in drafted:
        found = layouts.parse(text, source.grid.label)
        assert [one.column for one in found.strands] == [one.column for one in source.layout.strands]
        # A column of flags that is blank throughout says nothing: then no subject is read.
        flagged = "threshold_met" in found.fields
        assert people(found) == {one for one in people(source.layout) if flagged or one[1] is None}


def test_no_name_and_no_street_is_written(drafted: list[tuple[Recognised, str]]) -> None:
    assert [found.group() for _, text in drafted for found in NAMES.finditer(text)] == []
