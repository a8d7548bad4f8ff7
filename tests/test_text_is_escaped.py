"""Text from data is text: what Streamlit reads as Markdown or HTML is the program's own words, or escaped."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.source_tree import ROOT, Rule, python_files, tree, write

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
)


@pytest.mark.parametrize("rule", [said, by_its_name], ids=lambda rule: rule.__name__)
def test_the_pages_keep_the_rule(rule: Rule, tmp_path: Path) -> None:
    assert list(rule(ROOT)) == []
    write(tmp_path, "hcdata/ui/frame.py", 'import streamlit as st\n\nst.caption(f"{plain(name)}: {n:,}")\n')
    assert list(rule(tmp_path)) == []


@pytest.mark.parametrize(("rule", "path", "text"), PLANTED, ids=lambda value: getattr(value, "__name__", None))
def test_the_rule_sees_a_way_round_it(rule: Rule, path: str, text: str, tmp_path: Path) -> None:
    write(tmp_path, path, text)
    assert list(rule(tmp_path)) != []
