"""Measure files: what a header and a SELECT must hold, and how faults are told."""

import re

import pytest

from hcdata.common import config
from hcdata.common.errors import MeasureError
from hcdata.measures import registry
from hcdata.schema.records import CRIME, INCIDENT, SERVICE
from hcdata.schema.tables import CRIME_FACT
from hcdata.store import query

GOOD = """/* ---
title = "T"
short = "t"
question = "Q?"
kind = "count"
direction = "neutral"
key_actions = ["report"]
plan = "1.1"
time_basis = "recorded date"
counts = "crime"
parameters = []
needs = ["crime"]
notes = "N"
--- */
SELECT crime_ref AS ref, recorded_on AS counted_at, district, strands, NULL::VARCHAR AS state, NULL::DOUBLE AS value
FROM hate_crime
"""


def read(tmp_path, text):
    file = tmp_path / "made.sql"
    file.write_text(text, encoding="utf-8")
    with query.blank() as store:
        return registry.read(file, store)


def test_every_relation_starts_with_the_obligatory_columns():
    for measure in registry.all().values():
        if not measure.derived:
            assert measure.columns[: len(registry.OBLIGATORY)] == tuple(registry.OBLIGATORY), measure.id


def test_percentages_have_one_base_and_counts_none():
    settings = config.load()
    for measure in registry.all().values():
        asked = measure.kind in ("proportion", "ratio", "duration")
        assert measure.spoken_base(settings) == (settings.thresholds.minimum_n if asked else 0), measure.id
    own = registry.one("charge_rate").model_copy(update={"minimum_n": 50})
    assert own.spoken_base(settings) == 50


def test_a_header_names_the_fields_its_relation_reads():
    """Every field that a line of the SELECT does more with than pass it on; `service` is the Hub's sheet."""
    stored = {column.name for table in (CRIME, INCIDENT, CRIME_FACT, SERVICE) for column in table.columns}
    keys_and_always = {"crime_ref", "cancelled"}
    for measure in registry.all().values():
        lines = [line for line in measure.select.splitlines() if not re.fullmatch(r"\s*[\w.]+( AS \w+)?,?", line)]
        words = set(re.findall(r"\w+", " ".join(lines)))
        assert set(measure.reads) == words & ({*stored, "service"} - keys_and_always), measure.id


def test_no_relation_carries_a_name_or_a_victims_own_data():
    forbidden = {"victims", "suspects", "subjects", "perceived_religion", "satisfaction", "raw_ref"}
    for measure in registry.all().values():
        assert not forbidden & set(measure.columns), measure.id


def test_headers_use_the_key_actions_of_the_configuration():
    known = {action.id for action in config.load().key_action}
    for measure in registry.all().values():
        assert set(measure.key_actions) <= known, measure.id
        assert measure.key_actions, measure.id


def test_a_good_file_is_read(tmp_path):
    assert read(tmp_path, GOOD).columns == tuple(registry.OBLIGATORY)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("/* ---", "/*", "no header"),
        ('title = "T"', "title =", "TOML"),
        ('title = "T"', 'titel = "T"', "titel"),
        ('kind = "count"', 'kind = "sum"', "kind"),
        ("parameters = []", 'parameters = ["data_to"]', "data_to"),
        ("NULL::DOUBLE AS value", "1 AS value", "column value"),
        ("crime_ref AS ref", "crime_ref AS reference", "column ref"),
        ("FROM hate_crime", "FROM hate_crimes", "does not run"),
        ('kind = "count"', 'kind = "ratio"', "numerator"),
    ],
)
def test_a_fault_is_told_with_its_file(old, new, told, tmp_path):
    with pytest.raises(MeasureError, match=told) as fault:
        read(tmp_path, GOOD.replace(old, new))
    assert "made.sql" in str(fault.value)


def test_all_files_faults_come_in_one_error(tmp_path, monkeypatch):
    (tmp_path / "one.sql").write_text(GOOD.replace("hate_crime", "nowhere"), encoding="utf-8")
    (tmp_path / "two.sql").write_text("SELECT 1", encoding="utf-8")
    monkeypatch.setattr(registry, "FOLDER", tmp_path)
    with pytest.raises(MeasureError, match=r"one\.sql.*two\.sql"):
        registry.all.__wrapped__()


def test_an_unknown_measure_lists_those_there_are():
    with pytest.raises(MeasureError, match="recorded_hate_crimes"):
        registry.one("recorded_hate_crime")


def test_a_link_to_the_cases_of_a_measure_has_a_name_of_its_own():
    shorts = [one.short for one in registry.all().values()]
    assert len(set(shorts)) == len(shorts)
    assert all(0 < len(short) <= 40 for short in shorts)


@pytest.mark.parametrize("id", [id for id, header in registry.all().items() if header.duty])
def test_what_a_duty_lacks_reads_after_without(id):
    first = registry.one(id).lacks.split()[0]
    assert first in ("a", "an", "the", "contact"), f"without {registry.one(id).lacks}"
