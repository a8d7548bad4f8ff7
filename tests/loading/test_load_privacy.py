"""Who must not be found: nobody by name in the store file, no subject without the threshold flag anywhere."""

import csv
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from openpyxl import load_workbook

from hcdata.ingest import stages
from hcdata.store import snapshot
from tests.store import store_exports

Cells = dict[str, str]


def _crime_rows(exports: Path) -> Iterator[Cells]:
    for file in exports.rglob("crime_extract_*.csv"):
        with file.open(encoding="cp1252", newline="") as text:
            rows = csv.reader(text)
            headers = next(row for row in rows if "Crime Reference" in row)
            for row in rows:
                yield {header: cell.strip() for header, cell in zip(headers, row, strict=False)}


def _incident_rows(exports: Path) -> Iterator[Cells]:
    for file in exports.rglob("incident_extract_*.xlsx"):
        with closing(load_workbook(file, read_only=True)) as book:
            rows = book["Data"].iter_rows(values_only=True)
            headers = next(row for row in rows if "Incident No" in row)
            for row in rows:
                cells = zip(headers, row, strict=False)
                yield {str(header): "" if cell in (None, "NULL") else str(cell).strip() for header, cell in cells}


def _values(rows: list[Cells], *headers: str) -> set[str]:
    return {row[header] for row in rows for header in headers if len(row.get(header, "")) > 3}


def _texts(con: duckdb.DuckDBPyConnection) -> str:
    """Return every text in every table of a database."""
    found: set[str] = set()
    for database, schema, table in con.execute(
        "SELECT database_name, schema_name, table_name FROM duckdb_tables() WHERE NOT temporary"
    ).fetchall():
        columns = con.execute(
            "SELECT column_name FROM duckdb_columns() WHERE table_name = ? AND data_type LIKE 'VARCHAR%'", [table]
        ).fetchall()
        for (column,) in columns:
            rows = con.execute(
                f'SELECT DISTINCT CAST("{column}" AS VARCHAR) FROM "{database}"."{schema}"."{table}"'
            ).fetchall()
            found.update(text for (text,) in rows if text)
    return "\n".join(found)


def _printable(file: Path) -> str:
    """Return the runs of printable characters in a file's bytes."""
    return re.sub(rb"[^\x20-\x7e]+", b"\n", file.read_bytes()).decode("ascii")


def _store_text(folder: Path) -> str:
    """Return every text anywhere under a store: databases, raw rows, and the bytes of every file."""
    texts = []
    for file in folder.rglob("*"):
        if not file.is_file():
            continue
        texts.append(_printable(file))
        if file.suffix == ".duckdb":
            with duckdb.connect(str(file), read_only=True) as con:
                texts.append(_texts(con))
        if file.suffix == ".parquet":
            with duckdb.connect() as con:
                rows = con.execute("SELECT * FROM read_parquet($file)", {"file": str(file)}).fetchall()
                texts.append("\n".join(str(cell) for row in rows for cell in row if cell is not None))
    return "\n".join(texts)


def _found(needles: set[str], text: str) -> list[str]:
    folded = text.casefold()
    return sorted(needle for needle in needles if needle.casefold() in folded)


def test_no_person_and_no_address_in_the_store_file(small_demonstration: Any) -> None:
    crimes, incidents = (
        list(_crime_rows(small_demonstration.exports)),
        list(_incident_rows(small_demonstration.exports)),
    )
    unknown = {"UNKNOWN", "Unknown", "unknown"}
    needles = (
        _values(crimes, "Surname", "Person URN", "Date of Birth", "Address", "Postcode", "UPRN")
        | _values(
            incidents, *(f"{who} {what}" for who in ("Complainant", "Subject") for what in ("URN", "Surname", "DOB"))
        )
    ) - unknown
    # What stands for nobody names nobody.
    needles = {
        needle for needle in needles if "unknown" not in needle.casefold() and "not known" not in needle.casefold()
    }
    assert len(needles) > 200
    served = snapshot.current(small_demonstration.store)
    assert served is not None
    with duckdb.connect(str(served / snapshot.STORE), read_only=True) as con:
        text = _printable(served / snapshot.STORE) + "\n" + _texts(con)
    assert _found(needles, text) == []
    # The scan can find what is there.
    with duckdb.connect(str(served / snapshot.PEOPLE), read_only=True) as con:
        assert len(_found(needles, _texts(con))) > 100


def test_no_date_of_birth_in_any_date_column_of_the_store_file(small_demonstration: Any) -> None:
    born = set()
    for row in _crime_rows(small_demonstration.exports):
        if len(row.get("Date of Birth", "")) == 10:
            born.add(datetime.strptime(row["Date of Birth"], "%d/%m/%Y").date())
    columns = store_exports.query(
        small_demonstration.store,
        "SELECT table_name, column_name FROM duckdb_columns()"
        " WHERE data_type IN ('DATE', 'TIMESTAMP') AND NOT internal",
    )
    kept: set[date] = set()
    for table, column in columns:
        kept |= {
            day
            for (day,) in store_exports.query(
                small_demonstration.store, f"SELECT DISTINCT CAST({column} AS DATE) FROM {table}"
            )
        }
    assert len(born) > 50 and len(kept) > 50
    assert not {day for day in born if day.year < 2015} & kept


def test_no_subject_without_the_threshold_flag_anywhere_under_the_store(small_demonstration: Any) -> None:
    incidents, crimes = (
        list(_incident_rows(small_demonstration.exports)),
        list(_crime_rows(small_demonstration.exports)),
    )
    allowed = [row for row in incidents if row.get("Threshold Met") == "Y"]
    barred = [row for row in incidents if row.get("Threshold Met") != "Y"]
    elsewhere = (
        _values(crimes, "Surname", "Forenames", "Person URN")
        | _values(incidents, "Complainant Surname", "Complainant Forenames", "Complainant URN")
        | _values(allowed, "Subject Surname", "Subject Forenames", "Subject URN")
    )
    rightly_kept = "\n".join(elsewhere).casefold()
    needles = {
        value for value in _values(barred, "Subject Surname", "Subject URN") if value.casefold() not in rightly_kept
    }
    assert len(needles) > 5
    text = _store_text(small_demonstration.store)
    assert _found(needles, text) == []
    flagged = _values(allowed, "Subject URN")
    assert len(_found(flagged, text)) >= len(flagged) / 2


SUBJECT = {
    "subject_id": "SUBJ-7731",
    "subject_surname": "Zinnobergriff",
    "subject_forenames": "Quarzit",
    "subject_born": "17/03/1971",
    "subject_sex": "F",
}
NEEDLES = {"SUBJ-7731", "Zinnobergriff", "Quarzit", "17/03/1971", "1971-03-17"}


def _incident(ref: str, threshold: str, **cells: str) -> Cells:
    return (
        {"incident_ref": ref, "recorded": "05/01/2026 10:00", "kind": "NCHI", "threshold_met": threshold}
        | SUBJECT
        | cells
    )


@pytest.mark.parametrize(
    "rows",
    [
        [_incident("I-1", "N")],
        [_incident("I-1", "")],
        [_incident("I-1", "maybe")],
        [_incident("I-1", "Y"), _incident("I-1", "N")],
        [_incident("I-1", "Y", recorded="n/k")],
        [_incident("", "Y")],
        [_incident("I-1", "Y", kind="Misc log")],
        [_incident("I-1", "N", kind="crime")],
    ],
    ids=["no", "blank", "unclear", "rows disagree", "no date", "no reference", "unknown kind", "became a crime"],
)
def test_a_subject_is_kept_nowhere_without_a_clear_yes_on_a_good_row(tmp_path: Path, rows: list[Cells]) -> None:
    file = store_exports.write(tmp_path / "incident_2026-01-31.csv", store_exports.INCIDENT_HEADERS, rows)
    receipt = store_exports.load(tmp_path / "store", file)
    assert receipt.files[0].rows_read == len(rows)
    assert _found(NEEDLES, _store_text(tmp_path / "store")) == []


def test_a_subject_shifted_by_a_stray_comma_is_kept_nowhere(tmp_path: Path) -> None:
    headers = [*store_exports.INCIDENT_HEADERS[11:], *store_exports.INCIDENT_HEADERS[:11]]
    file = store_exports.write(tmp_path / "incident_2026-01-31.csv", headers, [_incident("I-1", "N")])
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text(f"{lines[0]}\n,,,,,,,{lines[1]}\n", encoding="utf-8")
    receipt = store_exports.load(tmp_path / "store", file)
    assert receipt.files[0].rejected_by_reason == {"wrong_cell_count": 1}
    assert _found(NEEDLES, _store_text(tmp_path / "store")) == []


def test_a_subject_with_the_flag_is_kept_and_found_by_the_scan(tmp_path: Path) -> None:
    file = store_exports.write(
        tmp_path / "incident_2026-01-31.csv", store_exports.INCIDENT_HEADERS, [_incident("I-1", "Y")]
    )
    store_exports.load(tmp_path / "store", file)
    assert {"SUBJ-7731", "Zinnobergriff", "Quarzit"} <= set(_found(NEEDLES, _store_text(tmp_path / "store")))


def test_the_recoded_copy_of_an_export_is_gone_before_its_rows_are_merged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store"
    file = store_exports.write(
        tmp_path / "incident_2026-01-31.csv", store_exports.INCIDENT_HEADERS, [_incident("I-1", "N", district="Café")]
    )
    file.write_bytes(file.read_text(encoding="utf-8").encode("cp1252"))
    under_store = []

    def look(*_: object) -> None:
        under_store.append(
            _found(NEEDLES, "\n".join(_printable(place) for place in store.rglob("*") if place.is_file()))
        )
        raise KeyboardInterrupt

    monkeypatch.setattr(stages, "judge", look)
    with pytest.raises(KeyboardInterrupt):
        store_exports.load(store, file)
    assert under_store == [[]]


def test_messages_and_receipt_hold_no_value_of_a_row(tmp_path: Path) -> None:
    rows = [
        _incident("I-1", "Y", recorded="n/k soon", district="Zinnobergriff House"),
        _incident("I-2", "Y", district="Quarzit Hall"),
    ]
    file = store_exports.write(tmp_path / "incident_2026-01-31.csv", store_exports.INCIDENT_HEADERS, rows)
    receipt = store_exports.load(tmp_path / "store", file)
    assert _found(NEEDLES | {"n/k soon", "Hall"}, "\n".join(receipt.lines()) + str(receipt.to_json())) == []
