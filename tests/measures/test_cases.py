"""Every measure with a relation of its own, against a table of cases counted by hand."""

from datetime import date

import pytest

from hcdata.common.filters import Filters
from hcdata.measures import registry, run
from tests.handmade import CASES, read_cases

ANY_DATE = Filters(period="custom", start=date(2020, 1, 1), end=date(2030, 1, 1))
WITH_RELATION = [id for id, measure in registry.all().items() if not measure.derived]
# Columns of a table that say what is expected; the others are the record.
TOLD = ("case", "note", "counted", "state", "value", "flag_missing", "attrition_outcome", "age_band", "row")


def test_every_measure_has_a_table_with_every_kind_of_case():
    for id in WITH_RELATION:
        kinds = {row["case"] for row in read_cases(id)}
        assert {"expected", "edge", "null"} <= kinds, id
    assert {file.stem for file in CASES.glob("*.csv")} >= set(WITH_RELATION)


@pytest.mark.parametrize("id", WITH_RELATION)
def test_the_relation_holds_what_the_table_says(id, make):
    table = read_cases(id)
    records = [{key: value for key, value in row.items() if key not in TOLD} for row in table]
    kind = "incidents" if id == "non_crime_incidents" else "crimes"
    services = [
        {"crime_ref": f"C{n}", "support_offered": row["support_offered"]}
        for n, row in enumerate(table, 1)
        if row.get("row")
    ]
    found = run.cases(make(**{kind: records}, services=services), id, ANY_DATE)
    column = "incident_ref" if kind == "incidents" else "crime_ref"
    by_ref = {row[column]: row for row in found.to_dict("records")}
    prefix = "N" if kind == "incidents" else "C"
    assert len(found) == len(by_ref)
    for n, row in enumerate(table, 1):
        got = by_ref.get(f"{prefix}{n}")
        assert (got is not None) == row["counted"], row["note"]
        if got is None:
            continue
        for told in TOLD[3:-1]:
            if told == "value" and told in row:
                wanted = float("nan") if row[told] is None else float(row[told])
                assert got[told] == pytest.approx(wanted, nan_ok=True), row["note"]
            elif told in row:
                assert (None if got[told] != got[told] else got[told]) == row[told], row["note"]
