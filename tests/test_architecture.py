"""The shape of the code: which module may import which, how long a file may be, what a page may hold."""

import ast
import re
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = ("app.py", "pages", "hcdata", "bench")

# The rooms of hcdata from the ground up: a room imports none that stands after it.
ROOMS = (
    "common",
    "schema",
    "stats",
    "ingest",
    "store",
    "loading",
    "measures",
    "people",
    "places",
    "plan",
    "disclosure",
)
ROOMS = (*ROOMS, "views", "present", "exports", "ui", "cli")
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
# Calls of Streamlit whose first text is read as Markdown, or only the words given by name, whatever they are called of.
MARKDOWN = {"markdown", "caption", "error", "warning", "info", "success", "toast", "title", "header", "subheader"}
MARKDOWN |= {"expander", "popover", "status", "spinner", "button", "form_submit_button", "download_button", "checkbox"}
MARKDOWN |= {"toggle", "radio", "pills", "segmented_control", "selectbox", "multiselect", "text_input", "text_area"}
MARKDOWN |= {"date_input", "number_input", "file_uploader", "metric", "badge", "link_button", "tabs", "write", "text"}
TITLED = {"Page", "page_link", "update", "TextColumn", "DateColumn"}
MARKDOWN_WORDS = {"label", "help", "title", "body", "caption"}
# What else is called of Streamlit: it shows nothing, or what it is given as it stands.
SILENT = {"html", "code", "dataframe", "plotly_chart", "container", "columns", "form", "empty", "rerun", "stop"}
SILENT |= {"set_page_config", "navigation", "get_option", "App"}
# What makes HTML of texts and escapes them.
ESCAPING = {"markup", "shaded", "paper"}
RUNS_WHAT_IT_READS = {"marshal", "pickle", "shelve", "dill", "cloudpickle", "joblib"}
SAYS_NOTHING = {"util", "utils", "helper", "helpers", "misc"}
SQL = re.compile(r"\b(SELECT|INSERT INTO|DELETE FROM|CREATE (TABLE|VIEW))\b|^\s*select\b.+\bfrom\b", re.DOTALL)
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")

Rule = Callable[[Path], Iterator[str]]


def python_files(root: Path, *places: str) -> list[Path]:
    """Every Python file in the places, in order."""
    found = [root / p for p in places if (root / p).is_file()]
    return found + sorted(f for p in places if (root / p).is_dir() for f in (root / p).rglob("*.py"))


def tree(file: Path) -> ast.Module:
    """The file's syntax tree."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def name(root: Path, file: Path) -> str:
    """The file relative to the root, without its ending, in forward slashes."""
    return file.relative_to(root).with_suffix("").as_posix()


def lies_in(what: str, places: tuple[str, ...], separator: str) -> bool:
    """Whether a name is one of the places or below one."""
    return any(what == place or what.startswith(place + separator) for place in places)


def imports(root: Path, file: Path) -> Iterator[str]:
    """Full name of everything a file imports, relative imports resolved, wherever in the file it stands."""
    parents = name(root, file).split("/")[:-1]
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = parents[: len(parents) - node.level + 1] if node.level else []
            module = ".".join([*package, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


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


def said(root: Path) -> Iterator[str]:
    """What Streamlit reads as Markdown or HTML is the program's own words, anything else is escaped by `markup`."""
    for file in python_files(root, "app.py", "pages", "hcdata/ui"):
        parts = list(ast.walk(tree(file)))
        called_of = {id(node.func) for node in parts if isinstance(node, ast.Call)}
        ours = {
            alias.asname or alias.name
            for node in parts
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("hcdata")
            for alias in node.names
        }
        for node in parts:
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=module))) if module in ours:
                    continue
                case ast.Call(func=ast.Attribute(value=ast.Name(id="st"), attr=called)) if called not in (
                    MARKDOWN | TITLED | SILENT
                ):
                    yield f"{file}:{node.lineno} calls st.{called}, which nobody has sorted"
                case ast.Call(func=ast.Attribute(attr="html"), args=[text, *_]) if not _is_escaped(text):
                    yield f"{file}:{node.lineno} shows {ast.unparse(text)}"
                case ast.Call(func=ast.Attribute(attr=called)) if called in MARKDOWN | TITLED:
                    texts = [word.value for word in node.keywords if word.arg in MARKDOWN_WORDS | {None}]
                    texts += node.args[:1] if called in MARKDOWN else []
                    yield from (f"{file}:{node.lineno} says {ast.unparse(t)}" for t in texts if not _is_own(t))
                case ast.Attribute(value=ast.Name(id="st"), attr=called) if called in MARKDOWN | {"html"}:
                    if id(node) not in called_of:
                        yield f"{file}:{node.lineno} hands st.{called} on"
                case ast.Call(func=ast.Name(id="getattr"), args=[ast.Name(id="st"), *_]):
                    yield f"{file}:{node.lineno} looks into st by name"


def by_its_name(root: Path) -> Iterator[str]:
    """Streamlit is `st`, `plain` is that of `markup`, and no file calls anything else so."""
    for file in python_files(root, "app.py", "pages", "hcdata/ui"):
        for node in ast.walk(tree(file)):
            match node:
                case ast.ImportFrom(module="streamlit", names=names) if {one.name for one in names} - {"runtime"}:
                    yield f"{file}:{node.lineno} takes {', '.join(one.name for one in names)} out of streamlit"
                case ast.Import(names=[ast.alias(name="streamlit", asname=asname)]) if asname != "st":
                    yield f"{file}:{node.lineno} calls streamlit {asname}"
                case ast.ImportFrom(module=module, names=names) if module != "hcdata.ui.markup":
                    if any("plain" in (one.name, one.asname) for one in names):
                        yield f"{file}:{node.lineno} takes plain from {module}"
                case ast.FunctionDef(name="plain") | ast.Name(id="plain", ctx=ast.Store()) | ast.arg(arg="plain"):
                    if file.name != "markup.py":
                        yield f"{file}:{node.lineno} calls something of its own plain"


def _is_escaped(html: ast.expr) -> bool:
    """Whether HTML is the program's own, with anything else escaped."""
    match html:
        case ast.Constant():
            return True
        case ast.Name(id=name):  # a constant, or what `keep` kept
            return name.isupper() or name == "written"
        case ast.Call(func=ast.Attribute(value=ast.Name(id=module))):
            return module in ESCAPING
        case ast.Call(func=ast.Name(id=called)):
            return called in {"escape", "keep", "_sheet"}
        case ast.FormattedValue(value=value):
            return _is_escaped(value)
        case ast.JoinedStr(values=parts):
            return all(map(_is_escaped, parts))
        case ast.IfExp(body=one, orelse=other):
            return _is_escaped(one) and _is_escaped(other)
    return False


def _is_own(text: ast.expr) -> bool:
    match text:
        case ast.Constant():
            return True
        case ast.Call(func=ast.Name(id="plain" | "len")):
            return True
        case ast.FormattedValue(format_spec=ast.JoinedStr(values=[ast.Constant(value=str(form))])):
            return "%" in form or form[-1:] in ",defg"  # a number or a day: a text has no such form
        case ast.FormattedValue(value=ast.Name(id="number") | ast.Attribute(attr="anchor")):
            return True
        case ast.FormattedValue(value=value):
            return _is_own(value)
        case ast.JoinedStr(values=parts) | ast.BoolOp(values=parts) | ast.List(elts=parts):
            return all(map(_is_own, parts))
        case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, op=ast.Add(), right=other):
            return _is_own(one) and _is_own(other)
        case ast.ListComp(elt=one) | ast.GeneratorExp(elt=one):
            return _is_own(one)
        case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="join"), args=[parts]):
            return _is_own(parts)
        case ast.Subscript(value=ast.Call(func=ast.Name(id="_explanations"))):  # written in the measures' own files
            return True
        case ast.Name(id="facts"):
            return True
    return False


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
    said,
    by_its_name,
    sent,
    figures,
    length,
    names,
    finished,
)

# Ways round the escaping of texts: each shows a name from data as it stands.
BYPASSES = (
    'place.status(f"{name}: reading")',
    "st.sidebar.markdown(name)",
    "st.columns(2)[0].caption(name)",
    "st.empty().warning(name)",
    'st.container(key="a").metric(name, 1)',
    'st.column_config.TextColumn("Name", help=name)',
    "st.column_config.TextColumn(label=name)",
    "st.toast(name)",
    'st.tabs(["Own", name])',
    'st.tabs([f"{one}" for one in names])',
    'st.expander("of " + name)',
    'st.caption("of %s" % name)',
    'st.caption("of {}".format(name))',
    'st.caption(f"{name:>20}")',
    'st.caption(f"{name!r}")',
    'st.caption(f"{plain(one)}: {two}")',
    "st.caption(text if (text := name) else None)",
    'st.markdown(**{"body": name})',
    "st.markdown(*[name])",
    "st.markdown(str(fault))",
    "st.markdown(plain(name).upper() + name)",
    'st.markdown("\\n".join(names))',
    'st.markdown("".join(map(str, names)))',
    "say = st.markdown",
    "list(map(st.caption, names))",
    'getattr(st, "markdown")(name)',
    "st.chat_message(name)",
    "st.table(frame)",
    "st.latex(name)",
    "st.write_stream(names)",
    'st.badge(name, icon=":material/home:")',
    'st.checkbox("Own", help=f"of {name}")',
    "st.html(name)",
    'st.html(f"<p>{name}</p>")',
    'st.html("<p>" + name)',
    "told.update(label=name)",
)
OTHER_NAMES = (
    "from streamlit import markdown",
    "import streamlit",
    "import streamlit as s",
    "def plain(text):\n    return text",
    "plain = str",
    "from hcdata.present.text.words import say as plain",
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
    (said, "hcdata/ui/frame.py", "st.markdown(sentence)"),
    (said, "hcdata/ui/frame.py", "st.error(str(fault))"),
    (said, "hcdata/ui/frame.py", 'st.markdown(f"**{name}**")'),
    (said, "hcdata/ui/frame.py", 'st.expander(label=f"{plain(name)} {other}")'),
    (said, "hcdata/ui/frame.py", 'st.markdown("- ".join(f"{one}" for one in names))'),
    (said, "pages/force/trends.py", 'begin_page("Trends")\nst.caption(body=note or "none")'),
    (said, "hcdata/ui/frame.py", "st.Page(script, title=place.title)"),
    (said, "hcdata/ui/frame.py", "st.tabs([name for name in names])"),
    *((said, "hcdata/ui/frame.py", bypass) for bypass in BYPASSES),
    *((by_its_name, "hcdata/ui/frame.py", other) for other in OTHER_NAMES),
    (sent, "hcdata/ingest/files/reader.py", "import marshal\n\nmarshal.loads(b'')"),
    (sent, "hcdata/loading/run.py", "from pickle import loads"),
    (sent, "hcdata/stats/spc.py", "eval('1')"),
    (figures, "hcdata/ingest/files/grid.py", "number = int(text) if text.isdigit() else 0"),
    (length, "hcdata/views/asked.py", "x = 1\n" * 301),
    (length, "hcdata/views/asked.py", "x = 1\n" * 80),
    (length, "pages/force/trends.py", "x = 1\n" * 60),
    (names, "hcdata/present/utils.py", ""),
    (names, "tests/helpers/tree.py", ""),
    (finished, "hcdata/plan/ageing.py", "raise NotImplementedError"),
    (finished, "hcdata/measures/open.sql", "-- TO" + "DO"),
)

# Two modules that import each other.
CIRCLE = {"hcdata/stats/spc.py": "from hcdata.stats.rare import g", "hcdata/stats/rare.py": "import hcdata.stats.spc"}

# What the rules must let through.
SOUND = {
    "app.py": "import streamlit as st\nfrom hcdata.ui.frame import show\n",
    "pages/force/trends.py": '"""Trends."""\n\nfrom hcdata.ui.frame import begin_page\n\npage = begin_page("Trends")\n',
    "pages/data/load.py": 'from hcdata.loading import staging\nfrom hcdata.ui import page\n\npage.begin_page("Load")\n',
    "hcdata/stats/spc.py": "import numpy as np\n\nfrom hcdata.stats import rules\nfrom .arrays import mean\n",
    "hcdata/measures/registry.py": "import duckdb\n\nfrom hcdata.store.query import Reader\n\nraise duckdb.Error\n",
    "hcdata/loading/run.py": "import duckdb\n\nfrom hcdata.ingest import check\n\nduckdb.connect()\n",
    "hcdata/views/asked.py": "from hcdata import disclosure, measures\nfrom hcdata.stats.spc import xmr\n",
    "hcdata/ui/frame.py": "import streamlit as st\n\nfrom hcdata import views\nfrom hcdata.exports import workbook\n",
}


def write(root: Path, path: str, text: str) -> None:
    """Put a file with its folders into a tree."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


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
    for path, text in CIRCLE.items():
        write(tmp_path, path, text)
    assert len(list(circles(tmp_path))) == 2
