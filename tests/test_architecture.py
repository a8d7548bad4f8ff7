"""The shape of the code: which module may import which, how long a file may be, what a page may hold."""

import ast
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from hcdata.schema.feeds import FEEDS
from tests.said_in_present import sentences
from tests.source_tree import CODE, ROOT, Rule, imports, lies_in, name, python_files, tree, write

# The rooms of hcdata from the ground up: a room imports none that stands after it.
DATA = ("common", "schema", "stats", "ingest", "store", "loading")
ROOMS = (*DATA, "measures", "people", "places", "plan", "disclosure", "views", "present", "exports", "ui", "cli")
UNDISCLOSED = ("hcdata.store.query", "hcdata.measures", "hcdata.people")
OUTSIDE = ("streamlit", "duckdb")


def after(room: str, *spared: str) -> tuple[str, ...]:
    """What stands after a room, and the program's entries."""
    return tuple(f"hcdata.{one}" for one in ROOMS[ROOMS.index(room) + 1 :] if one not in spared)


# Each folder or module, and what it may not import.
FORBIDDEN: dict[str, tuple[str, ...]] = {
    "hcdata/common": (*after("common", "stats"), "streamlit"),
    "hcdata/schema": (*after("schema"), *OUTSIDE),
    "hcdata/stats": ("hcdata", *OUTSIDE),
    "hcdata/demo": ("hcdata", *OUTSIDE),
    "hcdata/ingest": (*after("ingest"), "streamlit"),
    "hcdata/ingest/files": tuple(
        f"hcdata.ingest.{one}" for one in ("layouts", "values", "people", "suggest", "stages")
    ),
    "hcdata/ingest/layouts": tuple(
        f"hcdata.ingest.{one}" for one in ("files", "values", "people", "suggest", "stages")
    ),
    "hcdata/ingest/values": ("hcdata.ingest.suggest", "hcdata.ingest.stages"),
    "hcdata/ingest/people": ("hcdata.ingest.suggest", "hcdata.ingest.stages"),
    "hcdata/store": after("store"),
    "hcdata/store/__init__": ("hcdata",),  # re-exports nothing, or what it re-exports would go round the rules below
    "hcdata/loading": after("loading"),
    "hcdata/measures": (*after("measures"), "hcdata.ingest", "hcdata.loading"),
    "hcdata/plan": after("plan"),
    "hcdata/disclosure": (*after("disclosure"), "hcdata.store", "hcdata.measures"),
    "hcdata/views": (*after("views"), "hcdata.loading"),
    "hcdata/present": (*UNDISCLOSED, *after("present"), "hcdata.ingest", "hcdata.loading", "duckdb"),
    "hcdata/present/text": ("hcdata.present.tables", "hcdata.present.charts"),
    "hcdata/present/tables": ("hcdata.present.charts",),
    "hcdata/exports": (*UNDISCLOSED, *after("exports"), "hcdata.ingest", "hcdata.loading", "duckdb"),
    "hcdata/ui": (*UNDISCLOSED, *after("ui"), "hcdata.store", "duckdb"),
    "hcdata/cli": ("hcdata.measures.run", "hcdata.store.query", "hcdata.ui", *OUTSIDE),
    "pages": (*UNDISCLOSED, "hcdata.store", "hcdata.cli", "duckdb", "pandas"),
    "app": (*UNDISCLOSED, "hcdata.store", "hcdata.cli", "duckdb", "pandas"),
}
MAY_SHOW = ("app", "pages", "hcdata/ui", "bench")
MAY_OPEN_DUCKDB = ("hcdata/store", "hcdata/ingest", "hcdata/loading", "bench")
RUNS_WHAT_IT_READS = {"marshal", "pickle", "shelve", "dill", "cloudpickle", "joblib"}
SAYS_NOTHING = {"util", "utils", "helper", "helpers", "misc"}
SQL = re.compile(r"\b(SELECT|INSERT INTO|DELETE FROM|CREATE (TABLE|VIEW))\b|^\s*select\b.+\bfrom\b", re.DOTALL)
COMPOSES = ("hcdata/schema", "hcdata/ingest", "hcdata/store", "hcdata/loading")
STATEMENT = re.compile(
    r"\b(SELECT|INSERT INTO|DELETE FROM|CREATE (OR|TEMP|TABLE|VIEW|MACRO|SCHEMA)|ALTER TABLE|DROP (TABLE|VIEW)|COPY"
    r"|ATTACH|DESCRIBE|SET VARIABLE)\b|\bUPDATE .*\bSET\b|\b(FROM|JOIN) $|\bWHERE $"
)
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")


def direction(root: Path) -> Iterator[str]:
    """No module imports what comes after it, nor reaches past disclosure."""
    for file in python_files(root, *CODE):
        here = name(root, file)
        for place, barred in FORBIDDEN.items():
            if not lies_in(here, (place,), "/"):
                continue
            for target in imports(root, file):
                own = lies_in(target, (place.replace("/", "."),), ".")
                if lies_in(target, barred, ".") and not own:
                    yield f"{here} imports {target}"


def rooms(root: Path) -> Iterator[str]:
    """The root of the package holds no module but its entries; every folder below it is a known room."""
    known = {*ROOMS, "demo"}
    for file in python_files(root, "hcdata"):
        first, *rest = file.relative_to(root / "hcdata").parts
        if not rest and first not in ("__init__.py", "__main__.py"):
            yield f"{file} lies at the root of the package"
        if rest and first not in known:
            yield f"{file} lies in a room nobody knows"


def circles(root: Path) -> Iterator[str]:
    """No module imports one that leads back to it, not even for a type."""
    found = python_files(root, "hcdata")
    files = {name(root, file).replace("/", ".").removesuffix(".__init__"): file for file in found}
    reach: dict[str, set[str]] = {}
    for module, file in files.items():
        targets = list(imports(root, file))
        reach[module] = {one if one in files else one.rpartition(".")[0] for one in targets} & files.keys() - {module}
    for module in files:
        met, waiting = set[str](), list(reach[module])
        while waiting and module not in met:
            if (one := waiting.pop()) not in met:
                met.add(one)
                waiting += reach[one]
        if module in met:
            yield f"{module} leads back to itself"


def streamlit(root: Path) -> Iterator[str]:
    """Only app.py, pages/ and hcdata/ui import Streamlit."""
    for file in python_files(root, *CODE):
        if not lies_in(name(root, file), MAY_SHOW, "/"):
            yield from (f"{file} imports {t}" for t in imports(root, file) if lies_in(t, ("streamlit",), "."))


def duckdb(root: Path) -> Iterator[str]:
    """Only store, ingest, loading and bench call DuckDB's own functions; elsewhere it may name a type or an error."""
    for file in python_files(root, *CODE):
        if lies_in(name(root, file), MAY_OPEN_DUCKDB, "/"):
            continue
        for target in imports(root, file):
            if target.startswith("duckdb.") and target.rsplit(".", 1)[1].islower():
                yield f"{file} imports {target}"
        for node in ast.walk(tree(file)):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="duckdb"), attr=called)) if called.islower():
                    yield f"{file}:{node.lineno} calls duckdb.{called}"


def page_text(root: Path) -> Iterator[str]:
    """A page holds no SQL, not even in words, and runs none."""
    for file in python_files(root, "pages"):
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.search(node.value):
                yield f"{file}:{node.lineno} contains SQL"
            if isinstance(node, ast.Attribute) and node.attr in {"execute", "sql"}:
                yield f"{file}:{node.lineno} runs SQL"


def page_gate(root: Path) -> Iterator[str]:
    """A page's first statement after docstring and imports is begin_page(...); none lies directly in pages/."""
    for file in python_files(root, "pages"):
        if file.parent == root / "pages":
            yield f"{file} lies directly in pages/, where it is served without the gate"
        if file.name == "__init__.py":
            continue
        body = tree(file).body[1 if ast.get_docstring(tree(file)) is not None else 0 :]
        first = next((node for node in body if not isinstance(node, ast.Import | ast.ImportFrom)), None)
        value = first.value if isinstance(first, ast.Expr | ast.Assign) else None
        called = value.func if isinstance(value, ast.Call) else None
        if getattr(called, "id", getattr(called, "attr", None)) != "begin_page":
            yield f"{file} does not start with begin_page(...)"


def sent(root: Path) -> Iterator[str]:
    """Nothing read from a file or another process can be run: no module imports a format that runs what it reads."""
    for file in python_files(root, *CODE):
        yield from (f"{file} imports {t}" for t in imports(root, file) if t.split(".")[0] in RUNS_WHAT_IT_READS)
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("eval", "exec"):
                yield f"{file}:{node.lineno} calls {node.func.id}"


def figures(root: Path) -> Iterator[str]:
    """A text is asked whether it is decimal before it is read as a number: ² is a digit, and int cannot read it."""
    for file in python_files(root, *CODE):
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Attribute) and node.attr in ("isdigit", "isnumeric"):
                yield f"{file}:{node.lineno} asks {node.attr}"


def composed(root: Path) -> Iterator[str]:
    """SQL is composed by `hcdata.common.sql.fill` alone, which quotes names: nothing is put in by hand."""
    for file in python_files(root, "hcdata"):
        if not lies_in(name(root, file), COMPOSES, "/"):
            continue
        for node in ast.walk(tree(file)):
            match node:
                case ast.JoinedStr(values=parts):
                    texts = parts
                case ast.BinOp(op=ast.Add() | ast.Mod(), left=left, right=right):
                    texts = [left, right]
                case ast.Call(func=ast.Attribute(value=text, attr="format")):
                    texts = [text]
                case ast.Call(func=ast.Attribute(attr="replace"), args=[place, *_]):
                    texts = []
                    if isinstance(place, ast.Constant) and str(place.value).startswith("{"):
                        yield f"{file}:{node.lineno} puts a text into a statement"
                case _:
                    continue
            said = "".join(str(part.value) for part in texts if isinstance(part, ast.Constant))
            if STATEMENT.search(said):
                yield f"{file}:{node.lineno} composes a statement by hand"


def feeds(root: Path) -> Iterator[str]:
    """No module but the table of feeds lists them one by one: a new one would have to be added there too."""
    for file in python_files(root, "hcdata", "pages"):
        if lies_in(name(root, file), ("hcdata/schema/feeds", "hcdata/demo"), "/"):
            continue
        for node in ast.walk(tree(file)):
            listed = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", ())
            named = [one.value for one in listed if isinstance(one, ast.Constant) and one.value in FEEDS]
            if len(named) >= 3:
                yield f"{file}:{node.lineno} lists the feeds {', '.join(named)}"


def length(root: Path) -> Iterator[str]:
    """No module over 300 lines, no page of 60 or more, the median of hcdata under 80."""
    lines = {f: len(f.read_text(encoding="utf-8").splitlines()) for f in python_files(root, *CODE)}
    yield from (f"{file} has {n} lines" for file, n in lines.items() if n > 300)
    yield from (f"{f} has {n} lines" for f, n in lines.items() if n >= 60 and lies_in(name(root, f), ("pages",), "/"))
    modules = [n for f, n in lines.items() if name(root, f).startswith("hcdata/") and f.name != "__init__.py"]
    if modules and statistics.median(modules) >= 80:
        yield f"the median module of hcdata has {statistics.median(modules):g} lines"


def names(root: Path) -> Iterator[str]:
    """Every file and folder says what it is about."""
    for file in python_files(root, *CODE, "tests"):
        if SAYS_NOTHING & {part.removeprefix("test_") for part in name(root, file).split("/")}:
            yield f"{file} has a name that says nothing"


def finished(root: Path) -> Iterator[str]:
    """Nothing is left for later in the code or the SQL."""
    queries = sorted((root / "hcdata").rglob("*.sql"))
    for file in [*python_files(root, *CODE), *queries]:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
            if UNFINISHED.search(line):
                yield f"{file}:{number} is unfinished"


RULES: tuple[Rule, ...] = (
    direction,
    rooms,
    circles,
    streamlit,
    duckdb,
    page_text,
    page_gate,
    sent,
    figures,
    composed,
    feeds,
    sentences,
    length,
    names,
    finished,
)


# A rule, a file, and a fault planted in it that the rule must see.
PLANTED: tuple[tuple[Rule, str, str], ...] = (
    (direction, "hcdata/stats/spc.py", "from hcdata import config"),
    (direction, "hcdata/stats/spc.py", "from ..errors import HcdataError"),
    (direction, "hcdata/demo/world.py", "import hcdata.schema.tables"),
    (direction, "hcdata/ingest/check.py", "from hcdata.store.query import open_snapshot"),
    (direction, "hcdata/loading/run.py", "from hcdata.measures import registry"),
    (direction, "hcdata/store/__init__.py", "from hcdata.store.query import open_snapshot"),
    (direction, "hcdata/views/asked.py", "from hcdata.present import charts"),
    (direction, "hcdata/views/trend.py", "from ..present.charts import line"),
    (direction, "hcdata/present/charts/line.py", "def f():\n    from hcdata.store.query import open_snapshot"),
    (direction, "hcdata/exports/workbook.py", "from hcdata import measures"),
    (direction, "hcdata/ui/frame.py", "from hcdata.store import query"),
    (direction, "hcdata/ui/frame.py", "from hcdata.store import register"),
    (direction, "hcdata/common/config.py", "from hcdata.ui import frame"),
    (direction, "hcdata/schema/tables.py", "from hcdata.loading import run"),
    (direction, "hcdata/cli/measure.py", "from hcdata.measures import run"),
    (direction, "hcdata/ingest/files/grid.py", "from hcdata.ingest.layouts.layout import Layout"),
    (direction, "hcdata/present/text/words.py", "from hcdata.present.tables import tables"),
    (rooms, "hcdata/reasons.py", ""),
    (rooms, "hcdata/extra/thing.py", ""),
    (direction, "pages/force/trends.py", "import hcdata.people.linkage"),
    (direction, "pages/force/trends.py", "import pandas as pd"),
    (streamlit, "hcdata/present/charts/line.py", "import streamlit as st"),
    (streamlit, "hcdata/measures/registry.py", "from streamlit import cache_data"),
    (duckdb, "hcdata/views/asked.py", "import duckdb\n\nduckdb.connect()"),
    (duckdb, "hcdata/measures/registry.py", "from duckdb import connect"),
    (page_text, "pages/force/trends.py", 'begin_page("Trends")\nquery = "SELECT 1"'),
    (page_text, "pages/force/trends.py", 'begin_page("Trends")\nquery = "select ref\\nfrom crime"'),
    (page_text, "pages/force/trends.py", 'con = begin_page("Trends")\ncon.execute(query)'),
    (page_gate, "pages/trends.py", 'begin_page("Trends")'),
    (page_gate, "pages/force/trends.py", '"""Trends."""\n\nimport x\n\nx.show()\nbegin_page("Trends")'),
    (page_gate, "pages/force/trends.py", ""),
    (sent, "hcdata/ingest/files/reader.py", "import marshal\n\nmarshal.loads(b'')"),
    (sent, "hcdata/loading/run.py", "from pickle import loads"),
    (sent, "hcdata/stats/spc.py", "eval('1')"),
    (figures, "hcdata/ingest/files/grid.py", "number = int(text) if text.isdigit() else 0"),
    (composed, "hcdata/loading/merge.py", 'query = f"SELECT {key} FROM crime"'),
    (composed, "hcdata/loading/merge.py", 'query = f"UPDATE {table} SET n = 1"'),
    (composed, "hcdata/ingest/raw.py", 'query = f"COPY (FROM {raw}) TO {file}"'),
    (composed, "hcdata/ingest/define.py", 'con.execute(f"DROP TABLE {name}")'),
    (composed, "hcdata/store/upgrade.py", 'query = "ATTACH " + file'),
    (composed, "hcdata/store/upgrade.py", 'query = "DELETE FROM {}".format(table)'),
    (composed, "hcdata/store/upgrade.py", 'query = "INSERT INTO %s SELECT 1" % table'),
    (composed, "hcdata/store/changes.py", 'query = read(file).replace("{key}", key)'),
    (feeds, "hcdata/store/loaded.py", 'DAYS = {"crime": 1, "incident": 1, "outcome": 2}'),
    (feeds, "hcdata/store/loaded.py", 'if feed in ("contact", "service", "outcome"):\n    pass'),
    (sentences, "hcdata/views/figures.py", 'why = "Nothing is loaded for this period."'),
    (sentences, "hcdata/views/figures.py", "why = f'{n} are missing'"),
    (sentences, "hcdata/views/quality/tables.py", "why = f'{\"month not loaded\" if n else 1}'"),
    (sentences, "hcdata/views/mix.py", 'TITLES = {"new": "New record"}'),
    (length, "hcdata/views/asked.py", "x = 1\n" * 301),
    (length, "hcdata/views/asked.py", "x = 1\n" * 80),
    (length, "pages/force/trends.py", "x = 1\n" * 60),
    (names, "hcdata/present/utils.py", ""),
    (names, "tests/helpers/tree.py", ""),
    (finished, "hcdata/plan/ageing.py", "raise NotImplementedError"),
    (finished, "hcdata/measures/open.sql", "-- TO" + "DO"),
)

# What the rules must let through.
SOUND = {
    "app.py": "import streamlit as st\nfrom hcdata.ui.frame import show\n",
    "pages/force/trends.py": '"""Trends."""\n\nfrom hcdata.ui.frame import begin_page\n\npage = begin_page("Trends")\n',
    "pages/data/load.py": 'from hcdata.loading import staging\nfrom hcdata.ui import page\n\npage.begin_page("Load")\n',
    "hcdata/stats/spc.py": "import numpy as np\n\nfrom hcdata.stats import rules\nfrom .arrays import mean\n",
    "hcdata/measures/registry.py": "import duckdb\n\nfrom hcdata.store.query import Reader\n\nraise duckdb.Error\n",
    "hcdata/loading/run.py": "import duckdb\n\nfrom hcdata.ingest import check\n\nduckdb.connect()\n",
    "hcdata/views/changes.py": (
        '"""What changed between loads."""\n\nCHANCE = "could be chance"\nfound = f"no load {n} is here"\n'
        'ROWS = "SELECT n FROM crime"\nwhen = f"{day:%d %b %Y}"\n'
        'raise StoreError("as at", found, "choose another one")\n'
    ),
    "hcdata/views/asked.py": "from hcdata import disclosure, measures\nfrom hcdata.stats.spc import xmr\n",
    "hcdata/ui/frame.py": "import streamlit as st\n\nfrom hcdata import views\nfrom hcdata.exports import workbook\n",
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_code_keeps_the_rule(rule: Rule) -> None:
    assert list(rule(ROOT)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_rule_allows_sound_code(rule: Rule, tmp_path: Path) -> None:
    for path, text in SOUND.items():
        write(tmp_path, path, text)
    assert list(rule(tmp_path)) == []


@pytest.mark.parametrize(("rule", "path", "text"), PLANTED, ids=lambda value: getattr(value, "__name__", None))
def test_the_rule_sees_a_planted_fault(rule: Rule, path: str, text: str, tmp_path: Path) -> None:
    write(tmp_path, path, text)
    assert list(rule(tmp_path)) != []


def test_a_circle_of_two_is_seen(tmp_path: Path) -> None:
    write(tmp_path, "hcdata/stats/spc.py", "from hcdata.stats.rare import g")
    write(tmp_path, "hcdata/stats/rare.py", "import hcdata.stats.spc")
    assert len(list(circles(tmp_path))) == 2
