"""What holds for any exports: rows add up, reloading changes nothing, the order of files and rows does not matter."""

import csv
import itertools
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from hcdata.store import inspection, snapshot
from tests.store import store_exports

Row = dict[str, str]
SLOW = settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
# A load costs much and a row little: one example of several sets of records that have nothing to do with each other.
ONE, SETS = settings(SLOW, max_examples=1), range(4)
DAYS = [f"{day:02}/01/2026 {hour:02}:15" for day in (5, 6, 20) for hour in (9, 23)]
DATES = ["2026-01-31", "2026-02-28", "2026-03-31"]
BAD = [
    {"crime_ref": ""},
    {"crime_ref": "see log"},
    {"recorded": ""},
    {"recorded": "31/02/2026 10:00"},
    {"recorded": "01/01/1900"},
    {"recorded": "05/01/2027 10:00"},
]

people = st.lists(st.sampled_from(["Victim", "Suspect", "Witness"]), min_size=1, max_size=2)


def crimes(own: int = 0) -> st.SearchStrategy[Row]:
    """A crime of one of the sets."""
    return st.fixed_dictionaries(
        {
            "crime_ref": st.sampled_from([f"35/{own}{number}/26" for number in range(1, 6)]),
            "recorded": st.sampled_from(DAYS),
            "district": st.sampled_from(["Hunts", "Fenland", "Norfolk", ""]),
            "strands": st.sampled_from(["Race", "Race; Faith", "Homophobic", "Martian", ""]),
            "outcome": st.sampled_from(["", "16", "1 - Charged", "0"]),
            "status": st.sampled_from(["Open", "Open", "Cancelled"]),
            "address": st.sampled_from(["", "1 Mill Road", "2 Mill Road"]),
            "incident_ref": st.sampled_from(["", f"I-{own}1", f"I-{own}2"]),
        }
    )


def incidents(own: int) -> st.SearchStrategy[Row]:
    """An incident of one of the sets."""
    return st.fixed_dictionaries(
        {
            "incident_ref": st.sampled_from([f"I-{own}1", f"I-{own}2", f"I-{own}3"]),
            "recorded": st.sampled_from(DAYS),
            "kind": st.sampled_from(["NCHI", "Crime"]),
            "victim_id": st.sampled_from([f"U{own}1", f"U{own}2", ""]),
        }
    )


def contacts(own: int) -> st.SearchStrategy[Row]:
    """A contact about a crime of one of the sets."""
    return st.fixed_dictionaries(
        {
            "crime_ref": st.sampled_from([f"35/{own}{number}/26" for number in range(1, 6)]),
            "contact": st.sampled_from(DAYS),
            "rank": st.sampled_from(["PS", "PC"]),
            "contact_kind": st.sampled_from(["Initial", "Update"]),
        }
    )


@st.composite
def crime_rows(draw: st.DrawFn, own: int = 0) -> list[Row]:
    """Rows that agree on a crime's own values: one for each of its people."""
    found = []
    for cells in draw(st.lists(crimes(own), max_size=5, unique_by=lambda cells: cells["crime_ref"])):
        for role in draw(people):
            person = draw(st.sampled_from([f"U{own}1", f"U{own}2", ""]))
            found.append(cells | {"person_role": role, "person_id": person})
    return found


@st.composite
def extracts(draw: st.DrawFn) -> list[dict[str, list[Row]]]:
    """Three extracts, oldest first, of three feeds each, which between them have much to say of every set."""
    drawn = []
    for _ in DATES:
        extract: dict[str, list[Row]] = {"crime": [], "incident": [], "contact": []}
        for own in SETS:
            extract["crime"] += draw(crime_rows(own))
            extract["incident"] += draw(
                st.lists(incidents(own), max_size=3, unique_by=lambda cells: cells["incident_ref"])
            )
            extract["contact"] += draw(st.lists(contacts(own), max_size=3))
        drawn.append(extract)
    assume(all(extract["crime"] for extract in drawn) and sum(len(rows) for one in drawn for rows in one.values()) > 20)
    return drawn


HEADERS = {
    "crime": store_exports.CRIME_HEADERS,
    "incident": store_exports.INCIDENT_HEADERS,
    "contact": store_exports.CONTACT_HEADERS,
}


@contextmanager
def _place() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def _write(place: Path, date: str, extract: dict[str, list[Row]]) -> Path:
    folder = place / date
    for feed, rows in extract.items():
        title = "Full extract" if feed == "crime" else ""
        store_exports.write(folder / f"{feed}_{date}.csv", HEADERS[feed], rows, title)
    return folder


@ONE
@given(drawn=extracts(), orders=st.permutations(list(itertools.permutations(range(3)))[1:]))
def test_any_order_of_extracts_ends_in_the_same_state(
    drawn: list[dict[str, list[Row]]], orders: list[tuple[int, ...]]
) -> None:
    with _place() as place:
        folders = [_write(place, date, extract) for date, extract in zip(DATES, drawn, strict=True)]
        vanished, states = set(), []
        for name, sequence in (("sorted", range(3)), ("permuted", orders[0]), ("otherwise", orders[1])):
            for number in sequence:
                receipt = store_exports.load(place / name / "store", folders[number])
            vanished.add(receipt.vanished)
            states.append(store_exports.state(place / name / "store"))
        receipt = store_exports.load(place / "together" / "store", *folders)
        vanished.add(receipt.vanished)
        assert [store_exports.state(place / "together" / "store")] * 3 == states
        assert len(vanished) == 1
        assert inspection.faults(place / "permuted" / "store") == []


@ONE
@given(drawn=extracts())
def test_loading_again_changes_no_byte(drawn: list[dict[str, list[Row]]]) -> None:
    with _place() as place:
        folders = [_write(place, date, extract) for date, extract in zip(DATES, drawn, strict=True)]
        store = place / "here" / "store"
        store_exports.load(store, *folders)
        before = store_exports.digests(store)
        receipt = store_exports.load(store, *reversed(folders))
        assert receipt.snapshot is None and len(receipt.already_loaded) == 9
        assert store_exports.digests(store) == before


@SLOW
@example(rows=[], bad=[BAD[0]], random=Random(1))
@given(rows=crime_rows(), bad=st.lists(st.sampled_from(BAD), max_size=4), random=st.randoms(use_true_random=False))
def test_the_order_of_rows_in_a_file_changes_nothing(rows: list[Row], bad: list[Row], random: Any) -> None:
    with _place() as place:
        rows = rows + [store_exports.crime("35/1/26") | cells for cells in bad]
        seen = []
        for name in ("first", "second"):
            file = store_exports.write(place / name / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, rows)
            store = place / name / "store"
            receipt = store_exports.load(store, file)
            found = receipt.files[0]
            counts = (
                found.rows_read,
                found.rejected_by_reason,
                found.records,
                found.new,
                found.cancelled,
                found.faults,
            )
            # Rows none of which is accepted publish nothing.
            seen.append((counts, None if receipt.lost else store_exports.state(store)))
            random.shuffle(rows)
        assert seen[0] == seen[1]


@SLOW
@given(
    rows=crime_rows(), bad=st.lists(st.sampled_from(BAD), max_size=4), blank=st.integers(0, 2), workbook=st.booleans()
)
def test_every_row_read_is_accepted_or_rejected_with_its_number(
    rows: list[Row], bad: list[Row], blank: int, workbook: bool
) -> None:
    with _place() as place:
        rows = [*rows, *[{}] * blank, *[store_exports.crime("35/1/26") | cells for cells in bad]]
        write = _write_workbook if workbook else store_exports.write
        suffix = "xlsx" if workbook else "csv"
        file = write(place / f"crime_2026-12-31.{suffix}", store_exports.CRIME_HEADERS, rows, "Monthly extract")
        receipt = store_exports.load(place / "store", file)
        counted = _count_workbook(file) if workbook else _count_csv(file)
        found = receipt.files[0]
        assert found.rows_read == counted == len(rows) - blank
        assert found.rows_read == found.rows_accepted + found.rows_rejected
        assert found.rows_rejected == sum(found.rejected_by_reason.values()) == len(bad)
        if bad and not found.rows_accepted:
            assert receipt.lost and receipt.loads == [] and receipt.snapshot is None
            assert snapshot.current(place / "store") is None
            return
        rejected = inspection.rejects(place / "store")
        assert len(rejected) == len(bad)
        # A title, a header, then the rows: a spreadsheet shows the first of them as row 3.
        first_bad = 3 + len(rows) - len(bad)
        assert [row.row for row in rejected] == list(range(first_bad, first_bad + len(bad)))


def _count_csv(file: Path) -> int:
    with file.open(encoding="utf-8", newline="") as text:
        return sum(any(row) for row in csv.reader(text)) - 2


def _write_workbook(file: Path, headers: list[str], rows: list[Row], title: str) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([title])
    sheet.append(headers)
    for row in rows:
        sheet.append([row.get(header) or None for header in headers])
    book.save(file)
    return file


def _count_workbook(file: Path) -> int:
    with closing(load_workbook(file, read_only=True)) as book:
        rows = book.worksheets[0].iter_rows(values_only=True)
        return sum(any(cell not in (None, "") for cell in row) for row in rows) - 2
