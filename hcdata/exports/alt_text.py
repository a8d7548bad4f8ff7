"""Alternative text of charts: each drawing in a workbook says its chart's title, for those who cannot see it."""

import posixpath
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring, register_namespace, tostring
from zipfile import ZIP_DEFLATED, ZipFile

# ECMA-376 part 1: DrawingML main, chart and spreadsheet drawing; office relationships.
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
for prefix, name in (("a", MAIN), ("c", CHART), ("xdr", DRAWING), ("r", LINKS)):
    register_namespace(prefix, name)
AFTER = "Its numbers stand in the table on this sheet."


def describe(path: Path) -> None:
    """Write the title of each chart of a workbook into its drawing as alternative text; all else stays as it is."""
    with ZipFile(path) as file:
        parts = {info: file.read(info) for info in file.infolist()}
    content = {info.filename: data for info, data in parts.items()}
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for info, data in parts.items():
            drawn = info.filename.startswith("xl/drawings/drawing")
            file.writestr(info, _describe(info.filename, content) if drawn else data)


def titles(content: dict[str, bytes]) -> set[str]:
    """Return the alternative text of every chart among the parts of a workbook."""
    return {_say(data) for name, data in content.items() if name.startswith("xl/charts/")}


def _describe(name: str, content: dict[str, bytes]) -> bytes:
    folder, file = posixpath.split(name)
    links = {link.get("Id"): link.get("Target", "") for link in fromstring(content[f"{folder}/_rels/{file}.rels"])}
    drawing = fromstring(content[name])
    for frame in drawing.iter(f"{{{DRAWING}}}graphicFrame"):
        chart, properties = frame.find(f".//{{{CHART}}}chart"), frame.find(f".//{{{DRAWING}}}cNvPr")
        if chart is not None and properties is not None:
            target = posixpath.normpath(posixpath.join("/", folder, links[chart.get(f"{{{LINKS}}}id")]))
            properties.set("descr", _say(content[target.lstrip("/")]))
    return bytes(tostring(drawing, encoding="UTF-8", xml_declaration=True))


def _say(chart: bytes) -> str:
    title: Element | None = fromstring(chart).find(f"./{{{CHART}}}chart/{{{CHART}}}title")
    words = [] if title is None else [text.text or "" for text in title.iter(f"{{{MAIN}}}t")]
    return f"{' '.join(' '.join(words).split()).rstrip('.')}. {AFTER}"
