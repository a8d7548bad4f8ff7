"""Every regular expression is bounded: whatever stands in a file, none tries it in exponentially many ways.

Held by the shape of the pattern and not by a clock: a repeat within a repeat has to begin with a mark of its own, by
which a text can be read in one way only. That says it of every text, where a time says it of one, on one machine.
"""

import ast
import re
from pathlib import Path

import pytest

from hcdata.common.config import Reference
from hcdata.common.patterns import is_bounded
from hcdata.ingest.files import name_dates
from hcdata.ingest.layouts import layout as layouts

ROOT = Path(__file__).resolve().parents[2]
WITH_PATTERN = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
# Patterns made at run time: of constants checked here, of escaped text, or of a pattern checked where it is read.
MADE = {"reference", "pattern", "own.pattern", "config.reference.pattern", "rule.title", "rule.filename", "mark"}
MADE |= {"form", "whole", "layout.named", "layout.full_title", "source.split", "StrandSource(column='').split"}


def _calls() -> list[tuple[str, ast.expr]]:
    """Return place and pattern of every call of `re` in the code."""
    found = []
    for file in [*sorted((ROOT / "hcdata").rglob("*.py")), *sorted((ROOT / "pages").rglob("*.py")), ROOT / "app.py"]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=called), args=[first, *_]):
                    if called in WITH_PATTERN:
                        found.append((f"{file.relative_to(ROOT)}:{node.lineno}", first))
    return found


def _text(pattern: ast.expr) -> str | bytes | None:
    """Return a pattern's text; what is put into one written out stands for a letter."""
    if isinstance(pattern, ast.Constant) and isinstance(pattern.value, str | bytes):
        return pattern.value
    if isinstance(pattern, ast.BinOp) and isinstance(pattern.op, ast.Mod):
        return _text(pattern.left)
    if isinstance(pattern, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "1" for part in pattern.values]
        return "".join(map(str, parts))
    return None


def test_every_pattern_of_ours_is_bounded() -> None:
    calls = _calls()
    assert len(calls) > 50
    texts = {place: _text(pattern) for place, pattern in calls}
    assert [place for place, text in texts.items() if text is not None and not is_bounded(text)] == []
    made = {ast.unparse(pattern) for place, pattern in calls if texts[place] is None}
    assert made - MADE == set()


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"(a+)+$", r"(a|a)*b", r"(\d+)*x", r"(.*)*", r"(\w+\s?)*", r"(a{1,9}){1,9}", r"(?:a*)*"),
        *(
            r"([-/ ]?\d+[A-Z]?|[-/][A-Z]{1,5})*",
            r"(?:(?:a+)b?)+",
            r"(a|aa)+$",
            r"(x+x+)+y",
            r"([a-z]+)*\d",
            r"(a?){20}b",
        ),
        *(r"(\d+|\d+-)*", r"(?:0*\d*)+", r"(?:[A-Z]+[A-Z0-9]*)*", r"(\s*\w*)*:", r"(?=(a+)+$)", r"^(([a-z])+.)+[A-Z]"),
    ],
)
def test_a_pattern_that_may_run_away_is_told(pattern: str) -> None:
    assert not is_bounded(pattern)
    with pytest.raises(ValueError, match="repeats a repeat"):
        Reference(pattern=pattern, to=r"\0")


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"(?:CRI-)?(\d{2})/0*(\d+)/(?:20)?(\d{2})", r"\d{4}-\d+", r"GO-\d+", r"(?:[-/]\d+)*", r"(,\w+)*", r"(a|b)+"),
        *(
            r"Data to (\d{2}/\d{2}/\d{4}(?: \d{2}:\d{2})?)",
            r"[;|,\n]",
            r"\s*[;,]\s*",
            r"(?:ab)*",
            r"(?:\d{3})+",
            r"x*y*",
        ),
        *(
            r"(x\d*|y\d*)*",
            r"(?:(?:20)?\d\d){1,3}",
            r".*hate.*",
            r"(?:a|b|c)\d+",
            r"(?i)crimes? .*",
            r"(-\d{2,4})+",
            r"a{2,}",
        ),
        *(r"(?P<day>\d+)\D+", r"(?:[ :]+day)*", r"(\w+,)*x", r"\b\w+\b", r"^$"),
    ],
)
def test_a_pattern_that_forces_write_is_taken(pattern: str) -> None:
    assert is_bounded(pattern) and re.compile(pattern)


def test_the_forms_of_dates_in_names_are_bounded() -> None:
    assert all(map(is_bounded, name_dates._FORMS))


def test_the_layouts_that_come_with_it_are_taken() -> None:
    assert len(layouts.read()) > 10
