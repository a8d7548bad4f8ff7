"""All charts at their narrowest in a browser: no text is cut off."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import streamlit

from hcdata.present import charts
from tests.present.drawn import DRAWN

if TYPE_CHECKING:
    from playwright.sync_api import Browser


# Less Streamlit's margins: two fifths of a page of 900 px, and a phone of 390 px.
@pytest.fixture(scope="module", params=[("narrow", 290), ("half", 358)], ids=lambda one: one[0])
def shown(chromium: "Browser", request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """What is cut off in a browser when all figures are drawn at their narrowest."""
    from plotly.offline import get_plotlyjs

    width, px = request.param
    media = Path(streamlit.__file__).parent / "static" / "static" / "media"
    font = next(media.glob("SourceSans*Upright*.woff2"), None)
    page = chromium.new_page(viewport={"width": px + 100, "height": 900})
    boxes = "".join(f"<div id='c{at}' style='width:{px}px'></div>" for at in range(len(DRAWN)))
    page.set_content(f"<!DOCTYPE html><html><body>{boxes}</body></html>")
    page.add_script_tag(content=get_plotlyjs())
    if font:
        page.evaluate(
            """async bytes => {
                const face = new FontFace("Source Sans", new Uint8Array(bytes), {weight: "200 900"});
                document.fonts.add(await face.load());
            }""",
            list(font.read_bytes()),
        )
    for at, draw in enumerate(DRAWN.values()):
        spec = json.loads(draw(False, width=width).to_json())
        page.evaluate(
            "([at, spec, config]) => Plotly.newPlot('c' + at, spec.data, spec.layout, config)",
            [at, spec, charts.config()],
        )
    yield page.evaluate(
        """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => {
            const edge = chart.getBoundingClientRect();
            return [...chart.querySelectorAll('text')].filter(text => {
                const box = text.getBoundingClientRect();
                return box.width && (box.right > edge.right + 1 || box.left < edge.left - 1
                    || box.bottom > edge.bottom + 1 || box.top < edge.top - 1);
            }).map(text => text.textContent);
        })"""
    )
    page.close()


@pytest.mark.browser
def test_no_text_is_cut_off_at_its_narrowest(shown: list[str]) -> None:
    assert shown == []
