"""Every measure with a relation of its own, against a table of cases counted by hand."""

from datetime import date

import pytest

from hcdata.common.filters import Filters
from hcdata.ingest.values import ranks
from hcdata.measures import registry, run
from hcdata.schema.records import SERVICE
from tests.handmade import CASES, read_cases

ANY_DATE = Filters(period="custom", start=date(2020, 1, 1), end=date(2030, 1, 1))
WITH_RELATION = [id for id, measure in registry.all().items() if not measure.derived]
# Columns of a table that say what is expected; the others are the record.
SERVICE_COLUMNS = [column.name for column in SERVICE.columns[1:]]
TOLD = ("case", "note", "counted", "state", "value", "flag_missing", "attrition_outcome", "age_band", "row", "made")


def test_every_measure_has_a_table_with_every_kind_of_case():
    for id in WITH_RELATION:
        kinds = {row["case"] for row in read_cases(id)}
        assert {"expected", "edge", "null"} <= kinds, id
    assert {file.stem for file in CASES.glob("*.csv")} >= set(WITH_RELATION)


def read_contacts(ref, made):
    """Read the contacts of a case: 'instant in UTC, rank, kind', | between two of them."""
    for one in (made or "").split("|"):
        if one:
            at, rank, kind = one.split(", ")
            supervisor = rank in ranks.at_least("sergeant")
            yield {"crime_ref": ref, "contact_at": at, "rank": rank, "supervisor": supervisor, "kind": kind}


def test_an_inspector_or_above_is_every_rank_from_there_up(make):
    every = [*ranks.ORDER, "unmapped", "not_recorded"]
    asked = "SELECT r FROM (SELECT unnest($every) AS r) WHERE is_inspector(r)"
    assert {rank for (rank,) in make().tuples(asked, {"every": every})} == set(ranks.at_least("inspector"))


@pytest.mark.parametrize("id", WITH_RELATION)
def test_the_relation_holds_what_the_table_says(id, make):
    table = read_cases(id)
    records = [{key: value for key, value in row.items() if key not in TOLD} for row in table]
    kind = "incidents" if id == "non_crime_incidents" else "crimes"
    services = [
        {"crime_ref": f"C{n}"} | {name: row[name] for name in SERVICE_COLUMNS if name in row}
        for n, row in enumerate(table, 1)
        if row.get("row")
    ]
    contacts = [made for n, row in enumerate(table, 1) for made in read_contacts(f"C{n}", row.get("made"))]
    audits = [
        {"audit_id": f"C{n}", "crime_ref": f"C{n}", "audited_on": row["audited_on"], "flag_right": row["flag_right"]}
        for n, row in enumerate(table, 1)
        if row.get("audited_on")
    ]
    made = make(**{kind: records}, services=services, contacts=contacts, audits=audits)
    found = run.cases(made, id, ANY_DATE)
    column = "incident_ref" if kind == "incidents" else "crime_ref"
    by_ref = {row[column]: row for row in found.to_dict("records")}
    prefix = "N" if kind == "incidents" else "C"
    assert len(found) == len(by_ref)
    for n, row in enumerate(table, 1):
        got = by_ref.get(f"{prefix}{n}")
        assert (got is not None) == row["counted"], row["note"]
        if got is None:
            continue
        for told in TOLD[3:-2]:
            if told == "value" and told in row:
                wanted = float("nan") if row[told] is None else float(row[told])
                assert got[told] == pytest.approx(wanted, nan_ok=True), row["note"]
            elif told in row:
                assert (None if got[told] != got[told] else got[told]) == row[told], row["note"]
