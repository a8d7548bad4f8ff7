"""Headers on two rows nobody has seen: drafted, nothing corrected, loaded, and compared with what pandas reads."""

from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from hcdata.common import config as configuration
from hcdata.ingest.layouts import layout as layouts
from hcdata.ingest.layouts.layout import Layout
from hcdata.ingest.suggest.draft import draft
from hcdata.ingest.suggest.grids import one_grid
from hcdata.ingest.suggest.write import write
from hcdata.loading import run as loading
from hcdata.loading.receipt import Receipt
from hcdata.loading.scratch import scratch
from hcdata.store import query, snapshot
from tests.gauntlet import made_workbooks as made
from tests.ingest.suggest.two_row_files import FILES, ROWS, Made
from tests.store import store_exports

# Of each feed: its table, and how the fields are asked for as the export wrote them.
_DAY = "strftime({}, '%d/%m/%Y')"
ASKED = {
    "crime": {
        **{"crime_ref": "crime_ref", "recorded": _DAY.format("recorded_on"), "committed": _DAY.format("committed_on")},
        **{"district": "district", "offence_title": "offence_title", "outcome": "outcome_code"},
    },
    "incident": {
        **{"incident_ref": "incident_ref", "recorded": _DAY.format("recorded_on")},
        **{"district": "district", "kind": "kind"},
    },
    "contact": {"crime_ref": "crime_ref", "contact": _DAY.format("contact_at"), "rank": "rank"},
    "outcome": {"crime_ref": "crime_ref", "outcome": "outcome_code", "outcome_date": _DAY.format("outcome_on")},
    "service": {
        **{"crime_ref": "crime_ref", "referred": _DAY.format("referred_on")},
        "support_offered": "if(support_offered, 'Yes', 'No')",
    },
}
TABLE = {"contact": "victim_contact", "outcome": "outcome_event"}
IDS = {"NCHI": "nchi_legacy", "Intelligence only": "intel_only"}
by_name = {one.name: one for one in FILES}


def drafted(file: Path) -> tuple[str, Layout]:
    """Draft a layout for a file, and return its text and what it says."""
    with scratch() as (con, workdir):
        text = write(draft(con, one_grid(file, workdir)[0], configuration.load(), layouts.read().values()))
    return text, layouts.parse(text, "draft")


def keep(text: str, place: Path) -> None:
    """Keep a draft as it is among the layouts beside the store."""
    (place / "layouts").mkdir(exist_ok=True)
    (place / "layouts" / "own.toml").write_text(text, encoding="utf-8")


def load(file: Path, place: Path) -> Receipt:
    """Load a file by whichever layout knows it."""
    options = loading.Options(extract_date=date(2026, 4, 30))
    return loading.load([file], place / "store", configuration.load(), options)


def people(layout: Layout) -> list[dict[str, str]]:
    """The people of a layout, only what is said of them."""
    return [one.model_dump(exclude_none=True) for one in layout.persons]


def as_read(file: Made, sheet: Path, skip: int) -> pd.DataFrame:
    """What pandas reads of a file, its columns known by their place alone."""
    read = pd.read_csv if sheet.suffix == ".csv" else pd.read_excel
    frame = read(sheet, header=None, dtype=str, keep_default_na=False, skiprows=skip)  # type: ignore[operator]
    return frame.set_axis(range(len(file.columns)), axis=1)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_both_rows_are_drafted_as_one_header_and_nothing_else_is_mapped(file: Made, tmp_path: Path) -> None:
    _, layout = drafted(file.write(tmp_path))
    assert layout.feed == file.feed
    assert layout.fields == {name: header for name, header in file.fields.items() if name != "strands"}
    assert [one.column for one in layout.strands] == [file.fields[name] for name in file.fields if name == "strands"]
    assert people(layout) == [{"role": who.split()[0], **parts} for who, parts in file.people.items()]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_next_month_under_one_title_more_is_loaded_as_pandas_reads_it(file: Made, tmp_path: Path) -> None:
    text, layout = drafted(file.write(tmp_path))
    keep(text, tmp_path)
    (tmp_path / "later").mkdir()
    sheet = file.write(tmp_path / "later", title="Report of the next month")
    receipt = load(sheet, tmp_path).files[0]
    skip = len(file.head()) + 1
    frame = as_read(file, sheet, skip)
    assert (receipt.layout, receipt.header_row) == (layout.name, skip - len(file.below))
    assert (receipt.rows_accepted, receipt.rows_rejected) == (len(frame), len(file.below)) and not receipt.faults
    places = {one.is_a: place for place, one in enumerate(file.columns) if one.is_a}
    asked = {name: sql for name, sql in ASKED[file.feed].items() if name in places}
    with query.open(tmp_path / "store") as store:
        told = store.tuples(f"SELECT {', '.join(asked.values())} FROM {TABLE.get(file.feed, file.feed)}")
    written = frame[[places[name] for name in asked]].itertuples(index=False)
    spelt = [tuple(_ours(name, text) for name, text in zip(asked, row, strict=True)) for row in written]
    assert sorted(told) == sorted(spelt)


def _ours(name: str, text: str) -> str:
    if name in ("recorded", "committed", "contact"):
        return text[:10]
    if name == "rank":
        return {"Sergeant": "sergeant", "PC": "constable"}[text]
    return IDS.get(text, text.lower() if name == "district" else text)


@pytest.mark.parametrize(
    "name", ["people_by_group", "one_column_groups", "two_suspects", "place_and_home", "incidents"]
)
def test_each_person_is_read_from_the_columns_of_their_group(name: str, tmp_path: Path) -> None:
    file = by_name[name]
    sheet = file.write(tmp_path)
    keep(drafted(sheet)[0], tmp_path)
    load(sheet, tmp_path)
    frame = as_read(file, sheet, len(file.head()))
    places = {one.is_a: place for place, one in enumerate(file.columns) if one.is_a}
    served = snapshot.current(tmp_path / "store")
    assert served is not None
    with duckdb.connect(str(served / snapshot.PEOPLE), read_only=True) as con:
        known = dict(con.execute("SELECT person_id, (surname, strftime(born_on, '%d/%m/%Y')) FROM person").fetchall())
    told = [
        (role, *known[person])
        for role in {who.split()[0] for who in file.people}
        for (person,) in store_exports.query(tmp_path / "store", f"SELECT unnest({role}s) FROM {file.feed}_version")
    ]
    expected = [
        (who.split()[0], *row)
        for who in file.people
        for row in frame[[places[f"{who}.surname"], places[f"{who}.born"]]].itertuples(index=False)
    ]
    assert sorted(told) == sorted(expected) and len(told) == ROWS * len(file.people)


def test_a_header_that_is_missed_is_named_with_its_group(tmp_path: Path) -> None:
    file = by_name["people_by_group"].write(tmp_path)
    keep(drafted(file)[0], tmp_path)
    file.write_text(file.read_text(encoding="utf-8").replace("Post code", "Postal area"), encoding="utf-8")
    assert "nearest layout people_by_group misses the headers Where Post code" in "".join(load(file, tmp_path).notes)


@pytest.mark.parametrize("form", made.FORMATS)
@pytest.mark.parametrize("name", ["people_by_group", "title_above"])
def test_merged_groups_are_read_in_every_format_of_a_workbook(form: str, name: str, tmp_path: Path) -> None:
    file = by_name[name]
    text, layout = drafted(file.write(tmp_path, form))
    assert layout.fields == file.fields
    assert people(layout) == [{"role": who, **parts} for who, parts in file.people.items()]
    keep(text, tmp_path)
    receipt = load(tmp_path / f"{name}.{form}", tmp_path).files[0]
    assert (receipt.layout, receipt.rows_accepted, receipt.rows_rejected) == (layout.name, ROWS, 0)
