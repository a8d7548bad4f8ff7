"""Alternative text of charts in the workbook: each says its title, and nothing else may hide there."""

import re
from xml.etree.ElementTree import fromstring
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from hcdata.common.errors import ExportError
from hcdata.exports import alt_text, check, workbook
from tests.exports import sample


@pytest.fixture
def written(tmp_path):
    path = tmp_path / "out.xlsx"
    made = (sample.update(), sample.OUTCOMES, sample.QUALITY, sample.DEFINITIONS)
    return workbook.write(*made, path, sample.BY, sample.NOW)


def drawings(path):
    with ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist() if name.startswith("xl/drawings/drawing")}


def descriptions(path):
    frames = [frame for data in drawings(path).values() for frame in fromstring(data).iter()]
    return [frame.get("descr") for frame in frames if frame.tag.endswith("}cNvPr")]


def test_every_chart_says_what_its_title_says(written):
    said = descriptions(written)
    assert len(said) == sum(len(sheet._charts) for sheet in load_workbook(written).worksheets) > 3
    assert all(text.endswith(alt_text.AFTER) and len(text) > len(alt_text.AFTER) + 10 for text in said)
    with ZipFile(written) as file:
        charts = {name: file.read(name) for name in file.namelist() if name.startswith("xl/charts/")}
    assert set(said) == alt_text.titles(charts)


def test_nothing_but_the_text_is_added(written, tmp_path):
    before = drawings(written)
    alt_text.describe(written)
    assert drawings(written) == before
    assert load_workbook(written).sheetnames[-1] == "Data quality"


def test_other_words_in_a_drawing_are_refused(written):
    with ZipFile(written) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    name = next(name for name in parts if name.startswith("xl/drawings/drawing"))
    parts[name] = re.sub(rb'descr="[^"]*"', b'descr="Somebody of Some Street"', parts[name], count=1)
    with ZipFile(written, "w", ZIP_DEFLATED) as file:
        for part, data in parts.items():
            file.writestr(part, data)
    with pytest.raises(ExportError, match="other than its chart's title"):
        check.examine(written, by=sample.BY, marking=sample.update().about.marking)
