"""A zip of named parts, as most workbooks are."""

import zipfile
from collections.abc import Mapping
from pathlib import Path


def write_zip(file: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write the parts under their names."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as book:
        for name, data in parts.items():
            book.writestr(name, data)
    return file


def types(kind: str) -> str:
    """The part that says which kind of workbook it is."""
    extension = kind.rsplit("+", 1)[-1] if "+" in kind else "bin"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="{extension}" ContentType="{kind}"/></Types>'
    )


def relations(kind: str, *targets: str) -> str:
    """The part that names other parts rId1, rId2 and so on."""
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    body = "".join(
        f'<Relationship Id="rId{number}" Type="{office}/{kind}" Target="{target}"/>'
        for number, target in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{package}">{body}</Relationships>'
