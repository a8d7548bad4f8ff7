"""The files of the code as trees of syntax, for the tests of its shape."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CODE = ("app.py", "pages", "hcdata", "bench")
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


def write(root: Path, path: str, text: str) -> None:
    """Put a file with its folders into a tree."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
