"""Full extracts of one district each: every load says what a ledger says is missing, back, and missing no more."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from hcdata.common import config as configuration
from hcdata.common.access import LOCAL
from hcdata.common.filters import Filters
from hcdata.loading.reapply import reapply
from hcdata.store import inspection, query
from hcdata.views.changes import changes
from hcdata.views.movement import movement
from tests.store import store_exports
from tests.store.store_exports import crime, load

DISTRICTS = {one.id: one.name for one in configuration.load().district}
MONTHS = (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))
OUTCOMES = ["crime_ref", "outcome", "outcome_date"]
MISSING = "SELECT crime_ref FROM noted WHERE note = 'missing_from_full_extract'"


def _draw() -> pd.DataFrame:
    """Rows of eighteen extracts, each with its own data-to day: extract, as_of, ref, district, recorded, outcome."""
    random = np.random.default_rng(7)
    crimes: list[dict[str, object]] = []
    rows: list[dict[str, object]] = []
    for month in MONTHS:
        start = month.replace(day=1)
        for district in DISTRICTS:
            crimes += [
                {
                    "ref": f"35/{len(crimes) + n}/26",
                    "district": district,
                    "recorded": start + timedelta(days=n),
                    "outcome": "",
                }
                for n in range(int(random.integers(24, 28)))
            ]
        for one in crimes:
            if random.random() < 0.05:
                one["district"] = str(random.choice(list(DISTRICTS)))
            if random.random() < 0.1:
                one["outcome"] = "18"
        for place, district in enumerate(random.permutation(list(DISTRICTS))):
            as_of = month + timedelta(days=place + 1)
            # One crime of Fenland stands in each extract of Peterborough: a stray of another district.
            held = [one for one in crimes if one["district"] == district and random.random() > 0.1]
            held += [one for one in crimes if one["district"] == "fenland"][:1] if district == "peterborough" else []
            rows += [{"extract": district, "as_of": as_of, **one} for one in held]
    return pd.DataFrame(rows)


def _ledger(drawn: pd.DataFrame) -> Iterator[set[str]]:
    """Yield which crimes are missing after each extract, counted row by row."""
    extracts = [one for _, one in drawn.groupby("as_of")]
    for number in range(1, len(extracts) + 1):
        last = pd.concat(extracts[:number]).groupby("ref").last()
        missing = set()
        for ref, row in last.iterrows():
            later = (one for one in extracts[:number] if one["as_of"].iloc[0] > row["as_of"])
            if any(
                one["extract"].iloc[0] == row["district"]
                and one["recorded"].min() <= row["recorded"] <= one["recorded"].max()
                for one in later
            ):
                missing.add(str(ref))
        yield missing


@pytest.fixture(scope="module")
def drawn() -> pd.DataFrame:
    return _draw()


@pytest.fixture(scope="module")
def store(drawn: pd.DataFrame, tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("apart")
    files = [_write(base / f"crime_{as_of}.csv", rows) for as_of, rows in drawn.groupby("as_of")]
    receipt = load(base / "store", *files, full=True)
    assert len(receipt.loads) == 18 and inspection.faults(base / "store") == []
    return base / "store"


def _write(file: Path, rows: pd.DataFrame) -> Path:
    cells = [
        crime(row.ref, f"{row.recorded:%d/%m/%Y} 10:00", district=DISTRICTS[row.district], outcome=row.outcome)
        for row in rows.itertuples()
    ]
    return store_exports.write(file, store_exports.CRIME_HEADERS, cells)


def test_each_load_misses_what_its_own_districts_extracts_miss(store: Path, drawn: pd.DataFrame) -> None:
    before: set[str] = set()
    gone, back = 0, 0
    for number, missing in enumerate(_ledger(drawn), 1):
        with query.open(store, number) as opened:
            assert {ref for (ref,) in opened.tuples(MISSING)} == missing
            if number > 1:
                rows = changes(opened, Filters(), LOCAL, None).rows
                assert set(rows.loc[rows["kind"] == "vanished", "ref"]) == missing - before
                assert set(rows.loc[rows["kind"] == "returned", "ref"]) == before - missing
        gone, back, before = gone + len(missing - before), back + len(before - missing), missing
    assert gone > 40 and back > 15
    assert load(store, *store.parent.glob("crime_*.csv")).vanished == len(before)


def test_a_figure_moves_by_records_and_never_by_what_is_missing(store: Path, drawn: pd.DataFrame) -> None:
    known = [set(drawn.loc[drawn["as_of"] <= as_of, "ref"]) for as_of in sorted(drawn["as_of"].unique())]
    filters = Filters("custom", date(2026, 1, 1), date(2026, 4, 1))
    for number in range(2, 19):
        with query.open(store, number - 1) as then, query.open(store, number) as now:
            (part,) = movement(then, now, filters, LOCAL, "recorded_hate_crimes").parts
        assert (part.before, part.after) == (len(known[number - 2]), len(known[number - 1]))
        assert set(part.steps["reason"]) <= {"new"}


def test_read_again_they_say_the_same(store: Path, drawn: pd.DataFrame, tmp_path: Path) -> None:
    copied = store_exports.copy(store, tmp_path / "store")
    assert reapply(copied, configuration.load()).vanished == len(list(_ledger(drawn))[-1])


def test_an_extract_of_all_districts_speaks_for_all_and_says_which_it_lacks(tmp_path: Path) -> None:
    names = ("Fenland", "Hunts", "Peterborough")
    rows = [crime(f"35/{n}/26", "05/01/2026 10:00", district=names[n % 3]) for n in range(1, 10)]
    receipts = [
        load(
            tmp_path / "store",
            store_exports.write(tmp_path / f"crime_{day}.csv", store_exports.CRIME_HEADERS, held),
            full=True,
        )
        for day, held in (("2026-01-31", rows), ("2026-02-28", rows[1:]), ("2026-03-31", [*rows[1::3], *rows[2::3]]))
    ]
    assert [one.vanished for one in receipts] == [0, 1, 1]
    assert receipts[1].files[0].districts == ("fenland", "huntingdonshire", "peterborough")
    assert [note for one in receipts for note in one.notes] == [
        "crime_2026-03-31.csv: a full extract without huntingdonshire, of which the one to 28 Feb 2026 held crimes:"
        " none there is taken to be missing. If it should hold them, ask for it again"
    ]


def test_outcomes_are_missing_only_from_extracts_of_their_crime_s_district(tmp_path: Path) -> None:
    store = tmp_path / "store"
    crimes = [crime(f"35/{n}/26", district="Fenland" if n < 3 else "Hunts") for n in range(1, 5)]
    load(store, store_exports.write(tmp_path / "crime_2026-01-31.csv", store_exports.CRIME_HEADERS, crimes))
    found = []
    for day, refs in (("2026-02-01", (1, 2)), ("2026-02-02", (3, 4)), ("2026-03-01", (1,)), ("2026-03-02", (3, 4))):
        given = [dict(zip(OUTCOMES, (f"35/{ref}/26", "18", "20/01/2026"), strict=True)) for ref in refs]
        file = store_exports.write(tmp_path / f"outcome_{day}.csv", OUTCOMES, given)
        found.append(load(store, file, full=True).vanished_outcomes)
    assert found == [0, 0, 1, 1]
    with query.open(store) as opened:
        noted = opened.tuples("SELECT crime_ref FROM noted WHERE note = 'outcome_missing_from_full_extract'")
        assert noted == [("35/2/26",)]


def test_outcomes_without_a_loaded_crime_and_crimes_without_a_district_are_missing_from_any(tmp_path: Path) -> None:
    for day, refs in (("2026-01-31", (1, 2)), ("2026-02-28", (1,))):
        rows = [crime(f"35/{ref}/26", district="") for ref in refs]
        given = [dict(zip(OUTCOMES, (f"35/{ref + 10}/26", "18", "20/01/2026"), strict=True)) for ref in refs]
        files = (
            store_exports.write(tmp_path / f"crime_{day}.csv", store_exports.CRIME_HEADERS, rows),
            store_exports.write(tmp_path / f"outcome_{day}.csv", OUTCOMES, given),
        )
        receipt = load(tmp_path / "store", *files, full=True)
    assert (receipt.vanished, receipt.vanished_outcomes) == (1, 1)
    assert store_exports.query(tmp_path / "store", "SELECT DISTINCT districts FROM load_file") == [(None,)]


def test_an_outcomes_file_named_before_its_crimes_speaks_for_their_districts(tmp_path: Path) -> None:
    rows = [crime("35/1/26", district="Fenland")]
    files = (
        store_exports.write(tmp_path / "z_crime_2026-01-31.csv", store_exports.CRIME_HEADERS, rows),
        store_exports.write(
            tmp_path / "a_outcome_2026-01-31.csv",
            OUTCOMES,
            [dict(zip(OUTCOMES, ("35/1/26", "18", "20/01/2026"), strict=True))],
        ),
    )
    receipt = load(tmp_path / "store", *files, full=True)
    assert [one.districts for one in receipt.files] == [("fenland",), ("fenland",)]
