"""The rule that views answer in facts: no string of theirs is English, for that is made in present."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.source_tree import name, python_files, tree

SQL = re.compile(r"\b(SELECT|COUNT|ANTI JOIN|GROUP BY|ORDER BY)\b")
WORDS = re.compile(r"[A-Za-z]{2,}[,:;]? \S|\S [A-Za-z]{2,}")
# Kinds that are their own words: what is judged of a comparison, a funnel, a share or a series.
KINDS = {
    "could be chance",
    "unlikely to be chance",
    "unlikely to be chance by all years before",
    "too few to say",
    "nothing to compare with",
    "as usual",
    "not judged",
    "too few",
    "High (0.001)",
    "Low (0.001)",
}
# What stands in one cell of a list of cases, beside the names config gives, and is not yet told apart as a fact.
IN_CELLS = {
    "hcdata/views/again": "earlier records with their days",
    "hcdata/views/cases": "states, and an outcome not yet given or not mapped",
    "hcdata/views/field_words": "values nobody knows",
    "hcdata/views/nominals": "outcomes of a person's crimes",
    "hcdata/views/offence_titles": "a title not shown",
    "hcdata/views/outcomes": "an outcome not mapped",
}


def sentences(root: Path) -> Iterator[str]:
    """Yield every string of views that is English: none of a docstring, of SQL, or of an error raised there."""
    for file in python_files(root, "hcdata/views"):
        if name(root, file) in IN_CELLS:
            continue
        whole = tree(file)
        spared = {id(node) for top in _list_spared(whole) for node in ast.walk(top)}
        for node in ast.walk(whole):
            if id(node) in spared:
                continue
            text = _read(node)
            if WORDS.search(text) and text not in KINDS and not SQL.search(text):
                yield f"{file}:{node.lineno} says {text!r}"  # type: ignore[attr-defined]


def _list_spared(whole: ast.Module) -> Iterator[ast.AST]:
    """Yield what may be English: docstrings, errors raised and what is put together for them, parts of a string."""
    raised = [node for node in ast.walk(whole) if isinstance(node, ast.Raise)]
    yield from raised
    told = {one.id for node in raised for one in ast.walk(node) if isinstance(one, ast.Name)}
    for node in ast.walk(whole):
        match node:
            case ast.Assign(targets=[ast.Name(id=target)]) if target in told:
                yield node
            case ast.Expr(value=ast.Constant()):
                yield node
            case ast.JoinedStr():
                yield from (one for one in node.values if isinstance(one, ast.Constant))
            case ast.FormattedValue(format_spec=ast.JoinedStr() as form):
                yield form


def _read(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(str(part.value) if isinstance(part, ast.Constant) else "0" for part in parts)
    return ""
